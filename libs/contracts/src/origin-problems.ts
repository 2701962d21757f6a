import { is } from './problem';

/** What certificates of origin, rates of utilisation and tariffs refuse. */
export const originProblems = {
  'origin.form-not-for-market': is(
    422,
    'Mẫu {form} không dùng được cho hàng đi {market} ngày {on}: {source}.',
    'Form {form} cannot be used for goods to {market} on {on}: {source}.',
  ),
  'origin.market-unknown': is(
    422,
    '“{market}” không phải mã nước nhập khẩu hai chữ cái theo ISO 3166 (Vương quốc Anh là GB).',
    '“{market}” is no code of two letters of ISO 3166 of a country that imports (the United Kingdom is GB).',
  ),
  'origin.needs-day-of-issue': is(
    422,
    'Giấy chứng nhận đã cấp phải có ngày cấp.',
    'A certificate that was issued needs the day of issue.',
  ),
  'origin.not-issued': is(
    422,
    'Hồ sơ ở trạng thái “{state}” chưa được cấp thì không có ngày cấp.',
    'A certificate that is “{state}” was not issued and has no day of issue.',
  ),
  'origin.day-in-future': is(422, 'Ngày {day} chưa tới.', 'The day {day} has not come yet.'),
  'origin.entered-already': is(
    409,
    'Giấy chứng nhận mang số này đã có: mục “{code}”.',
    'A certificate of this number is entered already: entry “{code}”.',
  ),
  'utilisation.period-too-long': is(
    422,
    'Kỳ có {months} tháng; một lần đọc tối đa {most} tháng.',
    'The period has {months} months; one answer holds {most} at most.',
  ),
  'tariff.refused': is(
    422,
    'Có dòng thuế không ghi được; không có gì được lưu. Xem danh sách kèm theo.',
    'Some tariffs cannot be recorded; nothing was stored. See the list.',
  ),
  'tariff.not-of-agreement': is(
    422,
    'Ngày {on}, hàng đi {market} không được hưởng ưu đãi theo {agreement}: {source}.',
    'On {on} goods to {market} have no preference under {agreement}: {source}.',
  ),
  'tariff.agreement-unknown': is(
    422,
    'Không có hiệp định “{agreement}”.',
    'There is no agreement “{agreement}”.',
  ),
  'tariff.twice-in-batch': is(
    422,
    'Trùng thị trường, mã HS, hiệp định và ngày với dòng {first} của cùng lần gửi.',
    'Row {first} of this batch is of the same market, HS code, agreement and day.',
  ),
} as const;
