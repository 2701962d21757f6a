import { is } from './problem';

/** What the registers of price stabilisation and mobile sales refuse. */
export const stabilisationProblems = {
  'stabilisation.ends-before-start': is(
    422,
    'Ngày kết thúc {endsOn} trước ngày bắt đầu {startsOn}.',
    'The last day, {endsOn}, is before the first, {startsOn}.',
  ),
  'stabilisation.needs-decision': is(
    422,
    'Chương trình đã phê duyệt phải có số quyết định hoặc kế hoạch.',
    'A programme that is approved needs the number of its decision.',
  ),
  'stabilisation.programme-not-open': is(
    422,
    'Chương trình “{programme}” đang ở “{state}”, không nhận mục ở “{entry}”.',
    'The programme “{programme}” is “{state}” and takes no entry that is “{entry}”.',
  ),
  'stabilisation.outside-programme': is(
    422,
    'Từ {from} đến {to} không nằm trong thời gian {startsOn} – {endsOn} của chương trình “{programme}”.',
    'From {from} to {to} does not lie within {startsOn} to {endsOn}, the days of the programme “{programme}”.',
  ),
  'stabilisation-commitment.entered-already': is(
    409,
    'Doanh nghiệp đã cam kết nhóm hàng này trong chương trình: mục “{code}”.',
    'The enterprise has committed itself to these goods in this programme already: entry “{code}”.',
  ),
  'stabilisation-commitment.sold-before-approval': is(
    422,
    'Cam kết chưa được duyệt thì chưa có lượng bán trong chương trình.',
    'Nothing is sold in a programme before the commitment is approved.',
  ),
  'stabilisation-commitment.needs-sold': is(
    422,
    'Cam kết đã thực hiện phải nêu lượng đã bán.',
    'A commitment that was delivered says how much was sold.',
  ),
  'stabilisation-commitment.discount-beyond-100': is(
    422,
    'Mức thấp hơn giá thị trường {pct} % lớn hơn 100 %.',
    'A price of {pct} % below the market’s is more than 100 % below it.',
  ),
  'mobile-sale.revenue-before-held': is(
    422,
    'Chuyến bán hàng chưa thực hiện thì chưa có doanh thu.',
    'A trip has no revenue before it was held.',
  ),
  'mobile-sale.needs-revenue': is(
    422,
    'Chuyến bán hàng đã báo cáo phải có doanh thu.',
    'A trip that is reported says its revenue.',
  ),
  'mobile-sale.not-yet': is(
    422,
    'Chuyến bán hàng ngày {heldOn} không thể đã thực hiện vào ngày {on}.',
    'A trip of {heldOn} cannot have been held on {on}.',
  ),
} as const;
