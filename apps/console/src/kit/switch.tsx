import type { ReactNode } from 'react';
import {
  Label,
  Slider as PlainSlider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  SwitchButton,
  SwitchField,
} from 'react-aria-components';
import css from './kit.module.css';

/** On or off, at once. Its words say what it does. */
export function Switch(props: { children: ReactNode; isSelected: boolean; onChange: (on: boolean) => void }) {
  return (
    <SwitchField isSelected={props.isSelected} onChange={props.onChange}>
      <SwitchButton className={css.switch}>
        <span className={css.knob} aria-hidden="true" />
        {props.children}
      </SwitchButton>
    </SwitchField>
  );
}

interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** What a place on the track means, in words. */
  write: (value: number) => string;
  onChange: (value: number) => void;
  /** Once it is let go: for what is asked of the API. */
  onChangeEnd?: (value: number) => void;
}

export function Slider({ label, value, min, max, write, onChange, onChangeEnd }: SliderProps) {
  return (
    <PlainSlider
      className={css.slider}
      value={value}
      minValue={min}
      maxValue={max}
      onChange={(to) => onChange(Number(to))}
      {...(onChangeEnd && { onChangeEnd: (to) => onChangeEnd(Number(to)) })}
    >
      <Label className={css.label}>{label}</Label>
      <SliderOutput>{({ state }) => write(state.getThumbValue(0))}</SliderOutput>
      <SliderTrack className={css.track}>
        <SliderThumb className={css.thumb} />
      </SliderTrack>
    </PlainSlider>
  );
}
