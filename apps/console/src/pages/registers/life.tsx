import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { mayDo, useSignIn } from '../../app/account';
import { usePageWords, useSettings } from '../../app/settings';
import { Button } from '../../kit/button';
import { Notice } from '../../kit/notice';
import { Steps, type Station } from '../../kit/steps';
import { writeDay } from '../../words/periods';
import type { Entry, EntryEvent, NextStep, RuleMet } from './entries';
import { useNames } from './names/naming';
import { passedStates } from './past';
import css from './registers.module.css';
import type { Shape } from './shape';
import { stationsOf } from './stations';
import { StepDialog } from './step-dialog';
import { words as both } from './words';

interface Props {
  shape: Shape;
  entry: Entry;
  steps: readonly NextStep[];
  /** What happened to it; empty where one may not read that. */
  events: readonly EntryEvent[];
  /** The step whose form is open, as the address says. */
  act: string | undefined;
}

/** The life of an entry as a line of stations; what may follow as buttons; the rest with the reason why not. */
export function Life({ shape, entry, steps, events, act }: Props) {
  const words = usePageWords(both);
  const names = useNames();
  const navigate = useNavigate();
  const { account } = useSignIn();
  const [taken, setTaken] = useState<{ step: string; met: readonly RuleMet[] }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { register, service } = shape;
  const states = shape.fields.find(({ name }) => name === 'state')?.values ?? [];
  const stations = useStations(register, stationsOf(entry, passedStates(events), steps, states));
  const allowed = steps.filter(({ isAllowed }) => isAllowed);
  const others = steps.filter(({ isAllowed }) => !isAllowed);
  const open = allowed.find(({ step }) => step === act);
  const isOpen = open !== undefined;
  // The button that opened the form is gone with its step.
  useEffect(() => {
    if (taken && !isOpen) heading.current?.focus();
  }, [taken, isOpen]);
  const begin = (step: string | undefined) =>
    void navigate({
      to: '/registers/$service/$register/$id',
      params: { service, register, id: entry.id },
      search: (before) => ({ ...before, act: step }),
    });
  return (
    <section className={css.section} aria-labelledby="life">
      <h2 id="life" ref={heading} tabIndex={-1}>
        {words.life}
      </h2>
      <Steps label={words.lifeOf.replace('{name}', entry.name)} stations={stations} />
      <div role="status">
        {taken && <p>{words.taken.replace('{step}', names.step(register, taken.step))}</p>}
        {taken && taken.met.length > 0 && <Met rules={taken.met} />}
      </div>
      {mayDo(account, `${service}:write`, entry.territory) ? (
        <>
          <h3 className={css.law}>{words.next}</h3>
          {allowed.length === 0 && <p>{words.nextNone}</p>}
          <div className={css.steps}>
            {allowed.map(({ step, needsReason }) => (
              <Button
                key={step}
                kind={needsReason ? 'danger' : 'plain'}
                onPress={() => {
                  setTaken(undefined);
                  begin(step);
                }}
              >
                {names.step(register, step)}
              </Button>
            ))}
          </div>
          {others.length > 0 && <Later register={register} state={entry.state} steps={others} />}
        </>
      ) : (
        <p className={css.subtitle}>{words.signInForSteps}</p>
      )}
      {open && (
        <StepDialog
          key={open.step}
          shape={shape}
          entry={entry}
          step={open}
          onClose={() => begin(undefined)}
          onTaken={(rules) => {
            setTaken({ step: open.step, met: rules });
            begin(undefined);
          }}
        />
      )}
    </section>
  );
}

function useStations(register: string, line: ReturnType<typeof stationsOf>): Station[] {
  const words = usePageWords(both);
  const names = useNames();
  const { language } = useSettings();
  return line.map(({ state, at, on, isNext }, n) => {
    const since = on && words.since.replace('{day}', writeDay(on, language));
    const note = at === 'ahead' ? (isNext ? words.possibleNext : undefined) : (since ?? words.noDate);
    const here = at === 'current' ? `${words.here}, ${note ?? ''}` : note;
    return {
      key: `${state}-${n}`,
      name: names.state(register, state),
      state: at,
      ...(here && { note: here }),
    };
  });
}

/** What cannot be done yet: from where it could. */
function Later({ register, state, steps }: { register: string; state: string; steps: readonly NextStep[] }) {
  const words = usePageWords(both);
  const names = useNames();
  return (
    <details className={css.later}>
      <summary>{words.later}</summary>
      <ul>
        {steps.map(({ step, from }) => (
          <li key={step}>
            <strong>{names.step(register, step)}.</strong>{' '}
            {words.laterWhy
              .replace('{states}', from.map((one) => names.state(register, one)).join(', '))
              .replace('{state}', names.state(register, state))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Rules of law that the step met and that did not refuse it. */
function Met({ rules }: { rules: readonly RuleMet[] }) {
  const words = usePageWords(both);
  const { language } = useSettings();
  return (
    <div className={css.law}>
      <Notice title={words.met}>
        <ul className={css.reasons}>
          {rules.map(({ message, legalSource, validFrom }) => (
            <li key={message.en}>
              {message[language]}{' '}
              <span className={css.small}>
                {words.lawSince
                  .replace('{source}', legalSource[language])
                  .replace('{day}', writeDay(validFrom, language))}
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
