/** What went wrong, as HTTP says it. */
export type ProblemStatus =
  400 | 401 | 403 | 404 | 405 | 408 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 431 | 500 | 503 | 504;

export interface BothLanguages {
  readonly vi: string;
  readonly en: string;
}

const is = (status: ProblemStatus, vi: string, en: string) => ({ status, vi, en });

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
  'observation.not-found': is(404, 'Không có số liệu này.', 'There is no such observation.'),
  'cluster.not-found': is(404, 'Không có cụm công nghiệp này.', 'There is no such industrial cluster.'),
  'cluster.code-taken': is(409, 'Mã cụm “{code}” đã có.', 'The cluster code “{code}” is taken.'),
  'cluster.changed-meanwhile': is(
    412,
    'Cụm đã được người khác sửa (phiên bản hiện tại {current}).',
    'The cluster was changed meanwhile (its version is now {current}).',
  ),
  'cluster.areas-out-of-order': is(
    422,
    'Diện tích phải theo thứ tự: cho thuê ≤ đất công nghiệp ≤ quy hoạch chi tiết ≤ thành lập.',
    'Areas must keep their order: leased ≤ industrial ≤ detailed plan ≤ established.',
  ),
  'cluster.over-75-ha': is(
    422,
    'Diện tích {area} ha vượt mức tối đa {max} ha ({source}).',
    'The area of {area} ha is above the maximum of {max} ha ({source}).',
  ),
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
  'field.not-a-list': is(400, 'Phải là danh sách.', 'Must be a list.'),
  'field.too-many': is(400, 'Nhiều hơn {max} phần tử.', 'Has more than {max} elements.'),
  'field.too-few': is(400, 'Ít nhất {min} phần tử.', 'Has fewer than {min} elements.'),
  'field.not-an-object': is(400, 'Phải là một đối tượng.', 'Must be an object.'),
} as const satisfies Record<string, BothLanguages & { status: ProblemStatus }>;

/** What fills the blanks of a sentence; a text may differ by language. */
export type Params = Readonly<Record<string, string | number | BothLanguages>>;
export type FaultCode = ProblemCode | keyof typeof fieldFaults;

/** One place that is wrong: a JSON pointer into the body, or the name of a query key. */
export interface Fault {
  readonly pointer: string;
  readonly code: FaultCode;
  readonly params?: Params;
}

/** An error as it travels from a service to the gateway: both languages, so that the edge may choose. */
export interface ProblemOnTheWire {
  code: ProblemCode;
  status: number;
  message: BothLanguages;
  errors: { pointer: string; code: FaultCode; message: BothLanguages }[];
}

/** An answer that says what is wrong. Thrown by handlers and rules; becomes RFC 9457 problem+json at the edge. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Params = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(fill(problems[code].en, params, 'en'));
    this.name = 'Problem';
  }

  get status(): ProblemStatus {
    return problems[this.code].status;
  }

  /** The form in which it crosses the wire. */
  onTheWire(): ProblemOnTheWire {
    return {
      code: this.code,
      status: this.status,
      message: sentence(this.code, this.params),
      errors: this.faults.map(({ pointer, code, params }) => ({
        pointer,
        code,
        message: sentence(code, params),
      })),
    };
  }
}

/** Put together once: a flood of refusals must not pay for it again and again. */
const sentences: Readonly<Record<FaultCode, BothLanguages>> = { ...problems, ...fieldFaults };

/** The sentence of a code in both languages, its blanks filled. */
export function sentence(code: FaultCode, params: Params = {}): BothLanguages {
  const { vi, en } = sentences[code];
  return { vi: fill(vi, params, 'vi'), en: fill(en, params, 'en') };
}

function fill(text: string, params: Params, language: keyof BothLanguages): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name] ?? blank;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
