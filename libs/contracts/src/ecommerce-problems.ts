import { is } from './problem';

/** What the registers of electronic commerce refuse. */
export const ecommerceProblems = {
  'ecommerce-platform.filing-unsaid': is(
    422,
    'Nêu số hoặc ngày xác nhận thì phải nêu sàn đã thông báo hay đã đăng ký với Bộ.',
    'Who gives the number or the day of the ministry’s confirmation says whether of a notification or a registration.',
  ),
  'ecommerce-seller.ocop-beyond-products': is(
    422,
    'Có {ocop} sản phẩm OCOP trong {products} sản phẩm.',
    'There are {ocop} OCOP products among {products} products.',
  ),
  'ecommerce-seller.entered-already': is(
    409,
    'Người bán này đã có trên sàn: mục “{code}”. Hãy sửa mục đó, hoặc ghi người bán trở lại sàn.',
    'This seller is on the platform already: entry “{code}”. Change that one, or say that the seller came back.',
  ),
  'ecommerce.ends-before-start': is(
    422,
    'Ngày cuối {endsOn} trước ngày đầu {startsOn}.',
    'The last day, {endsOn}, is before the first, {startsOn}.',
  ),
  'onboarding-campaign.needs-outcome': is(
    422,
    'Đợt vận động đã báo cáo thì phải nêu kết quả bằng lời.',
    'A campaign that is reported says in words what came of it.',
  ),
  'platform-report.reported-already': is(
    409,
    'Sàn đã có báo cáo của tháng này: mục “{code}”. Hãy sửa hoặc rút mục đó.',
    'The platform has a report of this month: entry “{code}”. Change or withdraw that one.',
  ),
  'platform-report.says-nothing': is(
    422,
    'Báo cáo đã gửi phải có ít nhất một số: người bán, sản phẩm, đơn hàng hoặc giá trị.',
    'A report that is submitted has at least one number: sellers, products, orders or their value.',
  ),
  'platform-report.month-not-begun': is(
    422,
    'Tháng {month} chưa bắt đầu.',
    'The month {month} has not begun.',
  ),
} as const;
