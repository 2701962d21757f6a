import type { Report, ReportSection } from '@doit/contracts';
import { lastDay, parsePeriod, type Locale, type Period } from '@doit/reference';
import { planPeriodOf } from '../comparisons/case';
import { checksList } from './checks-list';
import { clustersTable } from './clusters-table';
import { figuresTable } from './figures-table';
import { Html, html } from './html';
import { periodWords, territoryWords, uncapitalised } from './names';
import { style } from './page-style';
import { sentencesOf } from './sentences';
import { SourcesList } from './sources-list';
import { words } from './words';

/** The report as one self-contained HTML page, to read on any screen and to print on A4. */
export function pageOf(report: Report, language: Locale): string {
  const period = parsePeriod(report.period);
  if (!period) throw new RangeError(`no period: ${report.period}`);
  const place = territoryWords(report.territory, report.on ?? lastDay(period), language);
  const title = [words.report[language], place, periodWords(period, language)].join(' – ');
  const sources = new SourcesList(report);
  const section = (each: ReportSection, at: number): Html =>
    sectionOf(each, { at, period, language, sources });
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          ${viewOf(report, language)} ${knownAtOf(report, language)}
        </header>
        <main>${report.sections.map(section)} ${notesOf(report, language)} ${sources.list(language)}</main>
      </body>
    </html> `.text;
}

interface Around {
  readonly at: number;
  readonly period: Period;
  readonly language: Locale;
  readonly sources: SourcesList;
}

function sectionOf(section: ReportSection, { at, period, language, sources }: Around): Html {
  const { key, title, items, clusters, checks = [] } = section;
  const isWholeYear = planPeriodOf(period).key === period.key;
  const caption = `${title[language]}, ${uncapitalised(periodWords(period, language))}`;
  const options = { caption, language, isWholeYear, period: period.key, sources };
  return html`<section id="${key}">
    <h2>${at + 1}. ${title[language]}</h2>
    <p>${sentencesOf(section, language)}</p>
    ${figuresTable(items, options)} ${clusters ? clustersTable(clusters, language) : null}
    ${checksList(checks, { language, sources })}
  </section> `;
}

/** On which map and as of which day it is, where that was asked for. */
function viewOf({ on, asOf }: Report, language: Locale): Html | null {
  const lines = [
    ...(on === undefined ? [] : [[words.onMap[language], on]]),
    ...(asOf === undefined ? [] : [[words.asOf[language], asOf]]),
  ];
  if (lines.length === 0) return null;
  const said = lines.map(([what = '', day = '']) => `${what} ${day.split('-').reverse().join('/')}`);
  return html`<p>${said.join(' · ')}</p>`;
}

function knownAtOf({ knownAt }: Report, language: Locale): Html | null {
  if (knownAt === null) return null;
  // The departments of Viet Nam read the clock of Hà Nội.
  const instant = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(knownAt));
  return html`<p>${words.knownAt[language]} <time datetime="${knownAt}">${instant}</time></p>`;
}

/** What the marks in the tables mean, where they stand there. */
function notesOf({ sections }: Report, language: Locale): Html {
  const items = sections.flatMap((section) => section.items);
  const isImplied = items.some(({ plan, previous, planPct, overPlanPct, excess }) =>
    [plan, previous, planPct, overPlanPct, excess].some(({ basis }) => basis === 'implied'),
  );
  const isLinear = items.some(({ expectedPct }) => expectedPct.label === 'linear');
  return html`<div class="note">
    ${isImplied ? html`<p id="implied">* ${words.implied[language]}</p>` : null}
    ${isLinear ? html`<p>${words.linear[language]}</p>` : null}
  </div>`;
}
