import { foldAccents } from './text';

describe('foldAccents', () => {
  it.each([
    ['Đắk Lắk', 'dak lak'],
    ['Đăk Lăk', 'dak lak'],
    ['Dak Lak', 'dak lak'],
    ['Thừa Thiên Huế', 'thua thien hue'],
    ['Bà Rịa - Vũng Tàu', 'ba ria - vung tau'],
    ['TP.HCM', 'tp.hcm'],
    ['Ðồng Nai', 'dong nai'],
  ])('reads %s as %s', (written, folded) => {
    expect(foldAccents(written)).toBe(folded);
  });

  it('does not care whether accents are composed or decomposed', () => {
    const name = 'Nghệ An, Quảng Ngãi, Đồng Tháp';
    expect(foldAccents(name.normalize('NFD'))).toBe(foldAccents(name.normalize('NFC')));
  });
});
