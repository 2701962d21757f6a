/** One province-level unit: id, official code, names, type, and the unit its land went to when it ended. */
export type UnitRow = readonly [
  id: string,
  code: string,
  vi: string,
  en: string,
  type: 'province' | 'city',
  successor?: string,
];

/**
 * The units of the time before 1 July 2025. One with a successor ended on 30 June 2025 (Hà Tây on 31 July 2008);
 * one without goes on unchanged. Seven official codes mean other land from 1 July 2025 on, which is why the id
 * and not the code is the identity. Source: resolution of the National Assembly of 12 June 2025 on the arrangement
 * of provincial units, in operation from 1 July 2025.
 */
export const unitsBefore2025: readonly UnitRow[] = [
  ['ha-noi', '01', 'Hà Nội', 'Ha Noi', 'city'],
  ['ha-giang', '02', 'Hà Giang', 'Ha Giang', 'province', 'tuyen-quang-2025'],
  ['cao-bang', '04', 'Cao Bằng', 'Cao Bang', 'province'],
  ['bac-kan', '06', 'Bắc Kạn', 'Bac Kan', 'province', 'thai-nguyen-2025'],
  ['tuyen-quang', '08', 'Tuyên Quang', 'Tuyen Quang', 'province', 'tuyen-quang-2025'],
  ['lao-cai', '10', 'Lào Cai', 'Lao Cai', 'province', 'lao-cai-2025'],
  ['dien-bien', '11', 'Điện Biên', 'Dien Bien', 'province'],
  ['lai-chau', '12', 'Lai Châu', 'Lai Chau', 'province'],
  ['son-la', '14', 'Sơn La', 'Son La', 'province'],
  ['yen-bai', '15', 'Yên Bái', 'Yen Bai', 'province', 'lao-cai-2025'],
  ['hoa-binh', '17', 'Hòa Bình', 'Hoa Binh', 'province', 'phu-tho-2025'],
  ['thai-nguyen', '19', 'Thái Nguyên', 'Thai Nguyen', 'province', 'thai-nguyen-2025'],
  ['lang-son', '20', 'Lạng Sơn', 'Lang Son', 'province'],
  ['quang-ninh', '22', 'Quảng Ninh', 'Quang Ninh', 'province'],
  ['bac-giang', '24', 'Bắc Giang', 'Bac Giang', 'province', 'bac-ninh-2025'],
  ['phu-tho', '25', 'Phú Thọ', 'Phu Tho', 'province', 'phu-tho-2025'],
  ['vinh-phuc', '26', 'Vĩnh Phúc', 'Vinh Phuc', 'province', 'phu-tho-2025'],
  ['bac-ninh', '27', 'Bắc Ninh', 'Bac Ninh', 'province', 'bac-ninh-2025'],
  ['ha-tay', '28', 'Hà Tây', 'Ha Tay', 'province', 'ha-noi'],
  ['hai-duong', '30', 'Hải Dương', 'Hai Duong', 'province', 'hai-phong-2025'],
  ['hai-phong', '31', 'Hải Phòng', 'Hai Phong', 'city', 'hai-phong-2025'],
  ['hung-yen', '33', 'Hưng Yên', 'Hung Yen', 'province', 'hung-yen-2025'],
  ['thai-binh', '34', 'Thái Bình', 'Thai Binh', 'province', 'hung-yen-2025'],
  ['ha-nam', '35', 'Hà Nam', 'Ha Nam', 'province', 'ninh-binh-2025'],
  ['nam-dinh', '36', 'Nam Định', 'Nam Dinh', 'province', 'ninh-binh-2025'],
  ['ninh-binh', '37', 'Ninh Bình', 'Ninh Binh', 'province', 'ninh-binh-2025'],
  ['thanh-hoa', '38', 'Thanh Hóa', 'Thanh Hoa', 'province'],
  ['nghe-an', '40', 'Nghệ An', 'Nghe An', 'province'],
  ['ha-tinh', '42', 'Hà Tĩnh', 'Ha Tinh', 'province'],
  ['quang-binh', '44', 'Quảng Bình', 'Quang Binh', 'province', 'quang-tri-2025'],
  ['quang-tri', '45', 'Quảng Trị', 'Quang Tri', 'province', 'quang-tri-2025'],
  ['hue', '46', 'Huế', 'Hue', 'city'],
  ['da-nang', '48', 'Đà Nẵng', 'Da Nang', 'city', 'da-nang-2025'],
  ['quang-nam', '49', 'Quảng Nam', 'Quang Nam', 'province', 'da-nang-2025'],
  ['quang-ngai', '51', 'Quảng Ngãi', 'Quang Ngai', 'province', 'quang-ngai-2025'],
  ['binh-dinh', '52', 'Bình Định', 'Binh Dinh', 'province', 'gia-lai-2025'],
  ['phu-yen', '54', 'Phú Yên', 'Phu Yen', 'province', 'dak-lak-2025'],
  ['khanh-hoa', '56', 'Khánh Hòa', 'Khanh Hoa', 'province', 'khanh-hoa-2025'],
  ['ninh-thuan', '58', 'Ninh Thuận', 'Ninh Thuan', 'province', 'khanh-hoa-2025'],
  ['binh-thuan', '60', 'Bình Thuận', 'Binh Thuan', 'province', 'lam-dong-2025'],
  ['kon-tum', '62', 'Kon Tum', 'Kon Tum', 'province', 'quang-ngai-2025'],
  ['gia-lai', '64', 'Gia Lai', 'Gia Lai', 'province', 'gia-lai-2025'],
  ['dak-lak', '66', 'Đắk Lắk', 'Dak Lak', 'province', 'dak-lak-2025'],
  ['dak-nong', '67', 'Đắk Nông', 'Dak Nong', 'province', 'lam-dong-2025'],
  ['lam-dong', '68', 'Lâm Đồng', 'Lam Dong', 'province', 'lam-dong-2025'],
  ['binh-phuoc', '70', 'Bình Phước', 'Binh Phuoc', 'province', 'dong-nai-2025'],
  ['tay-ninh', '72', 'Tây Ninh', 'Tay Ninh', 'province', 'tay-ninh-2025'],
  ['binh-duong', '74', 'Bình Dương', 'Binh Duong', 'province', 'ho-chi-minh-2025'],
  ['dong-nai', '75', 'Đồng Nai', 'Dong Nai', 'province', 'dong-nai-2025'],
  ['ba-ria-vung-tau', '77', 'Bà Rịa - Vũng Tàu', 'Ba Ria - Vung Tau', 'province', 'ho-chi-minh-2025'],
  ['ho-chi-minh', '79', 'Hồ Chí Minh', 'Ho Chi Minh', 'city', 'ho-chi-minh-2025'],
  ['long-an', '80', 'Long An', 'Long An', 'province', 'tay-ninh-2025'],
  ['tien-giang', '82', 'Tiền Giang', 'Tien Giang', 'province', 'dong-thap-2025'],
  ['ben-tre', '83', 'Bến Tre', 'Ben Tre', 'province', 'vinh-long-2025'],
  ['tra-vinh', '84', 'Trà Vinh', 'Tra Vinh', 'province', 'vinh-long-2025'],
  ['vinh-long', '86', 'Vĩnh Long', 'Vinh Long', 'province', 'vinh-long-2025'],
  ['dong-thap', '87', 'Đồng Tháp', 'Dong Thap', 'province', 'dong-thap-2025'],
  ['an-giang', '89', 'An Giang', 'An Giang', 'province', 'an-giang-2025'],
  ['kien-giang', '91', 'Kiên Giang', 'Kien Giang', 'province', 'an-giang-2025'],
  ['can-tho', '92', 'Cần Thơ', 'Can Tho', 'city', 'can-tho-2025'],
  ['hau-giang', '93', 'Hậu Giang', 'Hau Giang', 'province', 'can-tho-2025'],
  ['soc-trang', '94', 'Sóc Trăng', 'Soc Trang', 'province', 'can-tho-2025'],
  ['bac-lieu', '95', 'Bạc Liêu', 'Bac Lieu', 'province', 'ca-mau-2025'],
  ['ca-mau', '96', 'Cà Mau', 'Ca Mau', 'province', 'ca-mau-2025'],
];

/** The 23 units formed by merger, in force from 1 July 2025. */
export const unitsSince2025: readonly UnitRow[] = [
  ['tuyen-quang-2025', '08', 'Tuyên Quang', 'Tuyen Quang', 'province'],
  ['lao-cai-2025', '15', 'Lào Cai', 'Lao Cai', 'province'],
  ['thai-nguyen-2025', '19', 'Thái Nguyên', 'Thai Nguyen', 'province'],
  ['bac-ninh-2025', '24', 'Bắc Ninh', 'Bac Ninh', 'province'],
  ['phu-tho-2025', '25', 'Phú Thọ', 'Phu Tho', 'province'],
  ['hai-phong-2025', '31', 'Hải Phòng', 'Hai Phong', 'city'],
  ['hung-yen-2025', '33', 'Hưng Yên', 'Hung Yen', 'province'],
  ['ninh-binh-2025', '37', 'Ninh Bình', 'Ninh Binh', 'province'],
  ['quang-tri-2025', '44', 'Quảng Trị', 'Quang Tri', 'province'],
  ['da-nang-2025', '48', 'Đà Nẵng', 'Da Nang', 'city'],
  ['quang-ngai-2025', '51', 'Quảng Ngãi', 'Quang Ngai', 'province'],
  ['gia-lai-2025', '52', 'Gia Lai', 'Gia Lai', 'province'],
  ['khanh-hoa-2025', '56', 'Khánh Hòa', 'Khanh Hoa', 'province'],
  ['dak-lak-2025', '66', 'Đắk Lắk', 'Dak Lak', 'province'],
  ['lam-dong-2025', '68', 'Lâm Đồng', 'Lam Dong', 'province'],
  ['dong-nai-2025', '75', 'Đồng Nai', 'Dong Nai', 'province'],
  ['ho-chi-minh-2025', '79', 'Hồ Chí Minh', 'Ho Chi Minh', 'city'],
  ['tay-ninh-2025', '80', 'Tây Ninh', 'Tay Ninh', 'province'],
  ['dong-thap-2025', '82', 'Đồng Tháp', 'Dong Thap', 'province'],
  ['vinh-long-2025', '86', 'Vĩnh Long', 'Vinh Long', 'province'],
  ['an-giang-2025', '91', 'An Giang', 'An Giang', 'province'],
  ['can-tho-2025', '92', 'Cần Thơ', 'Can Tho', 'city'],
  ['ca-mau-2025', '96', 'Cà Mau', 'Ca Mau', 'province'],
];

/** First and last days that differ from those of the unit's list above. */
export const otherDays: Readonly<Record<string, { from?: string; to?: string }>> = {
  'ha-tay': { to: '2008-07-31' },
  'dien-bien': { from: '2004-01-01' },
  'dak-nong': { from: '2004-01-01' },
  'hau-giang': { from: '2004-01-01' },
};

/** A unit that was renamed on the same land keeps its id; this is what it was called until `to`. */
export const earlierForms: Readonly<
  Record<string, { to: string; vi: string; en: string; type: 'province' }>
> = {
  hue: { to: '2024-12-31', vi: 'Thừa Thiên Huế', en: 'Thua Thien Hue', type: 'province' },
};

/** Other spellings met in documents, beyond accents, spaces, hyphens and words such as "tỉnh" or "TP.". */
export const aliases: Readonly<Record<string, readonly string[]>> = {
  'viet-nam': ['cả nước', 'toàn quốc', 'whole country'],
  'ho-chi-minh': ['HCM', 'HCMC', 'Sài Gòn'],
  'ho-chi-minh-2025': ['HCM', 'HCMC', 'Sài Gòn'],
  'ba-ria-vung-tau': ['BR-VT'],
  'bac-kan': ['Bắc Cạn'],
  'dak-lak': ['Đắc Lắc'],
  'dak-lak-2025': ['Đắc Lắc'],
  'dak-nong': ['Đắc Nông'],
};
