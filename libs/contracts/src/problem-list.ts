import { is, type BothLanguages, type ProblemStatus } from './problem';
import { ecommerceProblems } from './ecommerce-problems';
import { flowProblems } from './flow-problems';
import { flowReportProblems } from './flow-report-problems';
import { marketAccessProblems } from './market-access-problems';
import { originProblems } from './origin-problems';
import { promotionEventProblems } from './promotion-event-problems';
import { registerProblems } from './register-problems';
import { stabilisationProblems } from './stabilisation-problems';

export type { BothLanguages, ProblemStatus } from './problem';

/** Every error a caller can meet: aggregate.what-is-wrong, its status, its sentence; `{name}` is filled in. */
export const problems = {
  'request.not-json': is(400, 'Nội dung gửi lên không phải JSON hợp lệ.', 'The body is not valid JSON.'),
  'request.not-an-object': is(
    400,
    'Nội dung gửi lên phải là một đối tượng JSON.',
    'The body must be a JSON object.',
  ),
  'request.invalid': is(
    400,
    'Yêu cầu có chỗ sai; xem danh sách kèm theo.',
    'The request has faults; see the list.',
  ),
  'request.given-twice': is(400, '“{name}” được cho hai lần.', '“{name}” is given twice.'),
  'request.unknown-route': is(404, 'Không có địa chỉ này.', 'There is no such address.'),
  'request.too-large': is(
    413,
    'Nội dung lớn quá giới hạn {max} byte.',
    'The body is larger than the limit of {max} bytes.',
  ),
  'request.unsupported-media': is(
    415,
    'Chỉ nhận nội dung application/json.',
    'Only application/json bodies are read.',
  ),
  'request.if-match-required': is(
    428,
    'Cần tiêu đề If-Match với phiên bản đã đọc.',
    'An If-Match header with the version that was read is required.',
  ),
  'request.key-reused': is(
    422,
    'Idempotency-Key này đã dùng cho một nội dung khác.',
    'This Idempotency-Key was used for another body.',
  ),
  'request.too-many': is(
    429,
    'Quá nhiều yêu cầu; hãy thử lại sau {seconds} giây.',
    'Too many requests; try again in {seconds} s.',
  ),
  'request.headers-too-large': is(
    431,
    'Phần tiêu đề của yêu cầu quá lớn.',
    'The headers of the request are too large.',
  ),
  'request.not-finished': is(
    408,
    'Yêu cầu không được gửi xong kịp thời.',
    'The request was not sent in time.',
  ),
  'gateway.busy': is(
    503,
    'Hệ thống đang quá tải; hãy thử lại sau ít giây.',
    'The platform is busy; try again in a few seconds.',
  ),
  'token.missing': is(401, 'Cần mã truy cập.', 'An access token is required.'),
  'token.invalid': is(
    401,
    'Mã truy cập không hợp lệ hoặc đã hết hạn.',
    'The access token is not valid or has expired.',
  ),
  'permission.missing': is(403, 'Thiếu quyền {permission}.', 'The permission {permission} is missing.'),
  'territory.not-yours': is(
    403,
    'Tài khoản không có quyền đối với “{territory}”.',
    'The account has no right over “{territory}”.',
  ),
  'territory.unknown': is(422, 'Không có địa bàn “{territory}”.', 'There is no territory “{territory}”.'),
  'territory.not-in-force': is(
    422,
    '“{territory}” không còn (hoặc chưa) hiệu lực vào {day}.',
    '“{territory}” is not in force on {day}.',
  ),
  'territory.overlapping': is(
    422,
    '“{territory}” được tính hai lần trong nhóm “{group}”.',
    '“{territory}” is counted twice in the group “{group}”.',
  ),
  'series.cumulative-not-monthly': is(
    422,
    'Số lũy kế đọc theo từng tháng, không theo “{frequency}”.',
    'A cumulative series is read month by month, not by “{frequency}”.',
  ),
  'series.too-long': is(
    422,
    'Chuỗi số liệu có {points} điểm; một lần đọc tối đa {most}.',
    'The series have {points} points; one answer holds {most} at most.',
  ),
  'ranking.not-comparable': is(
    422,
    'Chỉ tiêu “{indicator}” không xếp hạng được theo “{by}” cho kỳ {period}.',
    '“{indicator}” cannot be ranked by “{by}” in {period}.',
  ),
  'ranking.needs-breakdown': is(
    422,
    'Chỉ tiêu “{indicator}” chỉ có số liệu theo “{dimension}”; hãy chọn một giá trị.',
    '“{indicator}” is known by “{dimension}” alone; ask for one value of it.',
  ),
  'breakdown.none': is(
    422,
    'Chỉ tiêu “{indicator}” không có phân tổ nào liệt kê đủ các phần.',
    '“{indicator}” has no breakdown whose parts are listed.',
  ),
  'breakdown.unknown': is(
    422,
    'Chỉ tiêu “{indicator}” không phân theo “{by}”; có thể chọn: {choices}.',
    '“{indicator}” is not broken down by “{by}”; it is by: {choices}.',
  ),
  'breakdown.part-unknown': is(
    422,
    'Phân tổ “{by}” không có “{part}”.',
    'The breakdown by “{by}” has no “{part}”.',
  ),
  'series.several-values': is(
    422,
    '“{dimension}” nhận một giá trị, không phải “{value}”; tổng của nhiều phần: xem /v1/reporting/breakdowns?parts=.',
    '“{dimension}” takes one value and not “{value}”; for the sum of several see /v1/reporting/breakdowns?parts=.',
  ),
  'territory.no-group': is(
    422,
    '“{territory}” là một địa bàn, không phải nhóm để xếp hạng.',
    '“{territory}” is a single unit, not a group to be ranked.',
  ),
  'territory.not-found': is(404, 'Không có địa bàn “{territory}”.', 'There is no territory “{territory}”.'),
  'indicator.unknown': is(422, 'Không có chỉ tiêu “{indicator}”.', 'There is no indicator “{indicator}”.'),
  'period.unreadable': is(
    422,
    'Không đọc được kỳ “{period}” (ví dụ đúng: 2023, 2023-Q2, 2023-05, 2023-01/P5M).',
    'The period “{period}” cannot be read (good: 2023, 2023-Q2, 2023-05, 2023-01/P5M).',
  ),
  'observation.refused': is(
    422,
    'Có số liệu không ghi được; không có gì được lưu. Xem danh sách kèm theo.',
    'Some observations cannot be recorded; nothing was stored. See the list.',
  ),
  'observation.wrong-service': is(
    422,
    'Chỉ tiêu “{indicator}” do dịch vụ {owner} ghi nhận.',
    'The indicator “{indicator}” is recorded by the service {owner}.',
  ),
  'observation.measure-elsewhere': is(
    422,
    'Kế hoạch và kịch bản được ghi ở dịch vụ reporting.',
    'Plans and scenarios are recorded in the reporting service.',
  ),
  'observation.actual-elsewhere': is(
    422,
    'Số thực hiện của “{indicator}” được ghi ở dịch vụ {owner}; ở đây chỉ ghi kế hoạch và kịch bản.',
    'Actual figures of “{indicator}” are recorded in the service {owner}; only plans and scenarios are recorded here.',
  ),
  'observation.only-as': is(
    422,
    'Chỉ tiêu “{indicator}” không ai đo được; chỉ ghi với loại số liệu {measure}.',
    'Nobody can have measured “{indicator}”; it is recorded as {measure} alone.',
  ),
  'observation.wrong-unit': is(
    422,
    'Chỉ tiêu “{indicator}” tính bằng {expected}, không phải {unit}.',
    'The indicator “{indicator}” is in {expected}, not in {unit}.',
  ),
  'observation.dimension': is(422, 'Phân tổ “{dimension}”: {what}', 'Dimension “{dimension}”: {what}'),
  'observation.twice-in-batch': is(
    422,
    'Trùng khóa với dòng {first} của cùng lần gửi nhưng khác nội dung.',
    'The same figure stands in row {first} of this batch with other content.',
  ),
  'observation.state-not-allowed': is(
    403,
    'Thiếu quyền duyệt để ghi trạng thái “{state}”.',
    'Recording the state “{state}” needs the right to approve.',
  ),
  'observation.decimals': is(
    422,
    'Giá trị “{value}” có nhiều chữ số thập phân hơn “{decimals}” đã khai.',
    'The value “{value}” has more decimals than the {decimals} declared.',
  ),
  'observation.needs-reason': is(
    422,
    'Số liệu đã duyệt chỉ được sửa khi nêu lý do (“reason”).',
    'An approved figure is corrected only with a reason (“reason”).',
  ),
  'observation.wrong-state': is(
    409,
    'Số liệu đang ở trạng thái “{state}”; cần “{expected}”.',
    'The observation is “{state}”; “{expected}” is needed.',
  ),
  'observation.superseded': is(
    409,
    'Số liệu đã được thay bằng bản ghi sau (“{by}”).',
    'The observation was corrected by a later one (“{by}”).',
  ),
  'observation.own-approval': is(
    403,
    'Người ghi nhận không được tự duyệt số liệu của mình.',
    'Who recorded a figure may not approve it.',
  ),
  'observation.altered': is(
    409,
    'Dữ liệu không còn đúng như khi được duyệt; hãy báo quản trị.',
    'The row is no longer what was approved; tell the administration.',
  ),
  'period.closed': is(
    409,
    'Kỳ “{period}” của “{territory}” đã khóa sổ.',
    'The period “{period}” of “{territory}” is closed.',
  ),
  'period.not-closed': is(
    409,
    'Kỳ “{period}” của “{territory}” không bị khóa.',
    'The period “{period}” of “{territory}” is not closed.',
  ),
  'period.not-reported': is(
    422,
    'Báo cáo định kỳ chỉ có theo tháng, quý, sáu tháng hoặc năm, không theo “{period}”.',
    'Reports are due for months, quarters, halves and years, not for “{period}”.',
  ),
  'checks.submitted-as-now': is(
    422,
    'Số liệu đã trình chỉ được đối chiếu theo hiện trạng, không kèm “on” hoặc “asOf”.',
    'Submitted figures are checked as they stand now, without “on” or “asOf”.',
  ),
  'observation.not-found': is(404, 'Không có số liệu này.', 'There is no such observation.'),
  ...registerProblems,
  ...promotionEventProblems,
  ...ecommerceProblems,
  ...flowProblems,
  ...flowReportProblems,
  ...stabilisationProblems,
  ...marketAccessProblems,
  ...originProblems,
  'list.unreadable-cursor': is(400, 'Con trỏ “after” không hợp lệ.', 'The cursor “after” cannot be read.'),
  'answer.too-large': is(
    500,
    'Kết quả quá lớn; hãy thu hẹp yêu cầu.',
    'The answer is too large; narrow the request.',
  ),
  'service.failed': is(
    500,
    'Hệ thống gặp lỗi; không có gì được lưu.',
    'The platform failed; nothing was stored.',
  ),
  'service.unavailable': is(
    503,
    'Dịch vụ {service} tạm thời không sẵn sàng.',
    'The service {service} is not available now.',
  ),
  'service.too-slow': is(
    504,
    'Dịch vụ {service} không trả lời kịp; chưa rõ yêu cầu có được thực hiện hay không.',
    'The service {service} did not answer in time; whether the request was carried out is unknown.',
  ),
} as const satisfies Record<string, BothLanguages & { status: ProblemStatus }>;

export type ProblemCode = keyof typeof problems;

/** Faults of single fields; they stand in `errors` of a `request.invalid`. */
export const fieldFaults = {
  'field.required': is(400, 'Bắt buộc phải có.', 'Is required.'),
  'field.unknown': is(400, 'Không có trường này.', 'There is no such field.'),
  'field.null': is(400, 'Không được để null.', 'Must not be null.'),
  'field.not-text': is(400, 'Phải là chữ.', 'Must be text.'),
  'field.empty': is(400, 'Không được để trống.', 'Must not be empty.'),
  'field.too-long': is(400, 'Dài quá {max} ký tự.', 'Is longer than {max} characters.'),
  'field.pattern': is(400, 'Không đúng dạng {pattern}.', 'Does not have the form {pattern}.'),
  'field.not-an-id': is(400, 'Phải là một UUID.', 'Must be a UUID.'),
  'field.not-whole': is(400, 'Phải là số nguyên.', 'Must be a whole number.'),
  'field.out-of-range': is(400, 'Phải từ {min} đến {max}.', 'Must be between {min} and {max}.'),
  'field.not-decimal': is(
    400,
    'Phải là số thập phân với tối đa {places} chữ số lẻ, dấu chấm thập phân.',
    'Must be a decimal with at most {places} places and a decimal point.',
  ),
  'field.too-small': is(400, 'Không được nhỏ hơn {min}.', 'Must not be less than {min}.'),
  'field.not-a-flag': is(400, 'Phải là true hoặc false.', 'Must be true or false.'),
  'field.not-a-day': is(400, 'Phải là ngày dạng 2023-06-07.', 'Must be a date such as 2023-06-07.'),
  'field.not-an-instant': is(
    400,
    'Phải là thời điểm ISO 8601 có múi giờ.',
    'Must be an ISO 8601 instant with its zone.',
  ),
  'field.not-one-of': is(400, 'Phải là một trong: {list}.', 'Must be one of: {list}.'),
  'field.not-labels': is(
    400,
    'Phải là tối đa 10 cặp tên – giá trị bằng chữ.',
    'Must be at most 10 names with a text value each.',
  ),
  'field.changed-meanwhile': is(400, 'Đã được {actor} sửa.', 'Was changed by {actor}.'),
  'field.not-a-list': is(400, 'Phải là danh sách.', 'Must be a list.'),
  'field.too-many': is(400, 'Nhiều hơn {max} phần tử.', 'Has more than {max} elements.'),
  'field.too-few': is(400, 'Ít nhất {min} phần tử.', 'Has fewer than {min} elements.'),
  'field.not-an-object': is(400, 'Phải là một đối tượng.', 'Must be an object.'),
} as const satisfies Record<string, BothLanguages & { status: ProblemStatus }>;

/** What fills the blanks of a sentence; a text may differ by language. */
