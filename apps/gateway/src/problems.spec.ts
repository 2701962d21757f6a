import { languageOf } from './problems';

describe('the language of an answer', () => {
  it.each([
    [undefined, 'vi'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['fr, en;q=0.5', 'en'],
    ['vi;q=0.1, en;q=0.2', 'en'],
    ['en;q=0', 'vi'],
    ['fr', 'vi'],
    ['*', 'vi'],
    [';;q=,', 'vi'],
  ])('asked for as %j is %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });
});
