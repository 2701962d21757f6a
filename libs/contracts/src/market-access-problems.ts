import { is } from './problem';

/** What the registers of traders, obstacles and trade remedies refuse. */
export const marketAccessProblems = {
  'country.unknown': is(
    422,
    '“{country}” không phải mã nước hoặc vùng lãnh thổ hai chữ theo ISO 3166-1.',
    '“{country}” is no country or area of two letters of ISO 3166-1.',
  ),
  'trader.entered-already': is(
    409,
    'Mã số thuế này đã có trong sổ của địa phương: mục “{code}”. Hãy sửa mục đó.',
    'This tax code stands in the territory’s register already: entry “{code}”. Change that one.',
  ),
  'trader.portal-days': is(
    422,
    'Ngày cuối trên cổng phải từ ngày bắt đầu trở đi, và phải có ngày bắt đầu.',
    'The last day on the portal is not before the first, and there is none without a first.',
  ),
  'trader.closed-on-portal': is(
    422,
    'Doanh nghiệp đã chấm dứt hoạt động thì phải có ngày cuối trên cổng.',
    'A trader that is closed has a last day on the portal.',
  ),
  'trader.on-portal-already': is(
    409,
    'Doanh nghiệp đang có trên cổng.',
    'The trader is presented on the portal already.',
  ),
  'trader.not-on-portal': is(
    409,
    'Doanh nghiệp không có trên cổng.',
    'The trader is not presented on the portal.',
  ),
  'trader.contact-without-consent': is(
    422,
    'Không lưu đầu mối liên hệ khi chưa có ngày và mục đích đồng ý của chủ thể dữ liệu ({source}).',
    'No contact is kept without the day and the purpose of the data subject’s consent ({source}).',
  ),
  'trader.contact-unreachable': is(
    422,
    'Đầu mối liên hệ phải có số điện thoại hoặc thư điện tử.',
    'A contact has a telephone or an e-mail.',
  ),
  'obstacle.deadline-before-report': is(
    422,
    'Hạn xử lý {deadline} trước ngày phản ánh {reported}.',
    'The deadline, {deadline}, is before the day of the report, {reported}.',
  ),
  'obstacle.needs-owner': is(
    422,
    'Đã giao xử lý thì phải nêu đơn vị xử lý và hạn xử lý.',
    'What is assigned has a unit that deals with it, and a deadline.',
  ),
  'obstacle.needs-outcome': is(
    422,
    'Đã giải quyết thì phải nêu kết quả.',
    'What is resolved says what came of it.',
  ),
  'obstacle.needs-addressee': is(
    422,
    'Chuyển cấp trên thì phải nêu chuyển đến cấp nào.',
    'What is escalated says to whom.',
  ),
  'obstacle.deadline-not-later': is(
    422,
    'Gia hạn thì hạn mới phải sau hạn cũ {deadline}.',
    'An extension needs a deadline after the old one, {deadline}.',
  ),
  'trade-remedy.days-out-of-order': is(
    422,
    'Các ngày của vụ việc phải theo thứ tự: khởi xướng ≤ sơ bộ ≤ cuối cùng; áp dụng từ ngày khởi xướng trở đi; gia hạn và kết thúc sau khi áp dụng.',
    'Days keep their order: initiated ≤ preliminary ≤ final; a measure begins with the initiation or later, and is extended or ends after that.',
  ),
  'trade-remedy.rates-out-of-order': is(
    422,
    'Mức thuế thấp nhất {low}% cao hơn mức cao nhất {high}%; chỉ có một mức thì ghi cả hai như nhau.',
    'The lowest rate, {low} %, is above the highest, {high} %; a single one is written as both.',
  ),
  'trade-remedy.needs-day': is(
    422,
    'Ở trạng thái “{state}” phải có ngày này.',
    'In the state “{state}” this day is known.',
  ),
  'trade-remedy.needs-codes': is(
    422,
    'Phải nêu ít nhất một mã HS; không rõ thì ghi chương (2 chữ số).',
    'There is at least one HS code; where no more is known, the chapter (2 digits).',
  ),
} as const;
