/** Forms with a file, as fuzzRequests draws them: mostly right, with files of all kinds. */
export interface Dice {
  below: (count: number) => number;
  chance: (share: number) => boolean;
  one: <T>(list: readonly T[]) => T;
}

const names = [
  ...['flow', 'territory', 'month', 'hs', 'partner', 'value_usd', 'regime', 'enterprise', 'quantity', 'unit'],
];
const nasty = [
  ...['', ' ', '"', '""', "'; drop table event; --", '=1+1', '\u0000', '\\.', '\\N', 'ị'.repeat(300)],
  ...['NaN', '1e400', '-1', '0x10', '1,5', '1.234.567,8', '9'.repeat(400), '1' + ',000'.repeat(50_000)],
  ...[
    'x'.repeat(100_000),
    '2024-13',
    '13/2024',
    '0000-01',
    '2099-01',
    'HN',
    'Hà Tây',
    'constructor',
    '__proto__',
  ],
] as const;

/** A file, by what is the matter with it. */
function fileOf({ below, chance, one }: Dice): Buffer {
  const row = (): string[] => [
    one(['export', 'import', 'xuất khẩu']),
    one(['nghe-an', 'ha-noi', 'Nghệ An']),
    one(['2024-03', '04/2024', '2023-11']),
    one(['03061721', '0306', '10063040', '52081100', '85']),
    one(['JP', 'US', 'CN', 'de']),
    `${below(1e6)}.${below(100)}`,
    one(['fdi', 'domestic', '']),
    `29${String(below(1e8)).padStart(8, '0')}`,
    ...one([
      ['', ''],
      [String(below(1000)), 'kg'],
    ]),
  ];
  const table = (rows: string[][], heading: readonly string[] = names): string => {
    const [apart, end] = [one([',', ',', ';', '\t']), one(['\n', '\n', '\r\n', '\r'])];
    return [heading, ...rows, []].map((cells) => cells.join(apart)).join(end);
  };
  const rows = Array.from({ length: 1 + below(20) }, row);
  const spoilt = (): string => {
    const some = one(rows);
    some[below(some.length)] = one(nasty);
    return table(rows);
  };
  const noise = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => below(256)));
  const kinds: (() => string | Buffer)[] = [
    ...Array<() => string>(6).fill(() => table(rows)),
    ...Array<() => string>(4).fill(spoilt),
    () => '',
    () => one(['\n', '\r', '\ufeff', '\n\n\n', '"', '\u0000']),
    () => noise(1 + below(2000)),
    () => Buffer.concat([Buffer.from(table(rows)), noise(50)]),
    () => Buffer.from(table(rows).replace(/n/, 'é'), 'latin1'),
    () => `\ufeff${table(rows)}`,
    () => table(rows, names.slice(1 + below(5))),
    () => table(rows, [...names].reverse()),
    () => table(rows, [...names, one(['hs', 'colour', '', '__proto__', 'x'.repeat(30_000)])]),
    () => table([...rows, row().slice(3), [...row(), 'more']]),
    () => `${table(rows)}"never closed`,
    () => 'x'.repeat(300_000),
    () => `${names.join(',')}\n${'x,'.repeat(200_000)}`,
    () => `${names.join(',')}\n${',,,,,,,,,\n'.repeat(2000)}`,
    () => table([...rows, ...rows]),
  ];
  const made = one(kinds)();
  const bytes = Buffer.from(made);
  return chance(0.03) ? bytes.subarray(0, below(bytes.length + 1)) : bytes;
}

/** A form's bytes and its content-type. `fields`: what is said besides the file. */
export function formOf(
  dice: Dice,
  file: string,
  fields: Readonly<Record<string, unknown>>,
): { body: Buffer; type: string } {
  const { below, chance, one } = dice;
  const boundary = one(['x', '----WebKitFormBoundary7MA4YWxkTrZu0gW', "a'()+_,-./:=?"]);
  const part = (head: string, content: Buffer | string): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const filePart = (name = file): Buffer => {
    const fileName = one(['a.csv', 'Tháng 3.csv', '../../etc/passwd', '', 'x'.repeat(300), '\u0000', '"']);
    return part(`name="${name}"; filename="${fileName}"`, fileOf(dice));
  };
  const parts = Object.entries(fields).map(([name, value]) =>
    part(`name="${name}"`, typeof value === 'string' ? value : JSON.stringify(value)),
  );
  const files = chance(0.93) ? [filePart()] : one([[], [filePart(), filePart()], [filePart('other')]]);
  // Before the fields, as curl sends them, or after.
  const all = chance(0.5) ? [...files, ...parts] : [...parts, ...files];
  if (chance(0.02)) all.push(part(`name="${file}"`, 'no file'));
  if (chance(0.02)) all.push(...Array.from({ length: 30 }, (_, n) => part(`name="f${n}"`, 'x')));
  const body = Buffer.concat([...all, Buffer.from(`--${boundary}--\r\n`)]);
  const type = chance(0.96)
    ? `multipart/form-data; boundary="${boundary}"`
    : one(['multipart/form-data', 'application/json', 'multipart/form-data; boundary=', 'text/csv']);
  return { body: chance(0.04) ? body.subarray(0, below(body.length)) : body, type };
}
