import { is } from './problem';

/** What may be wrong with lines of trade and the files that they come in. */
export const flowProblems = {
  'flow.not-found': is(404, 'Không có dòng số liệu này.', 'There is no such line.'),
  'flow.changed-meanwhile': is(
    412,
    'Dòng số liệu đã được thay đổi sau khi đọc; hãy đọc lại.',
    'The line changed after it was read; read it again.',
  ),
  'flow.unknown-hs': is(
    422,
    '“{hs}” không phải mã HS gồm 2, 4, 6 hoặc 8 chữ số.',
    '“{hs}” is no code of the HS with 2, 4, 6 or 8 digits.',
  ),
  'flow.unknown-partner': is(
    422,
    '“{partner}” không phải mã nước ISO 3166-1.',
    '“{partner}” is no country of ISO 3166-1.',
  ),
  'flow.unknown-flow': is(
    422,
    '“{flow}” không phải export (xuất khẩu) hay import (nhập khẩu).',
    '“{flow}” is neither export nor import.',
  ),
  'flow.unknown-regime': is(
    422,
    '“{regime}” không phải domestic (trong nước) hay fdi (có vốn đầu tư nước ngoài).',
    '“{regime}” is neither domestic nor fdi.',
  ),
  'flow.unknown-status': is(
    422,
    '“{status}” không phải estimate (ước tính), preliminary (sơ bộ) hay official (chính thức).',
    '“{status}” is not one of estimate, preliminary, official.',
  ),
  'flow.unreadable-month': is(
    422,
    '“{month}” không phải tháng dạng 2024-03 hoặc 03/2024.',
    '“{month}” is no month such as 2024-03 or 03/2024.',
  ),
  'flow.month-not-begun': is(422, 'Tháng {month} chưa bắt đầu.', 'The month {month} has not begun.'),
  'flow.other-basis': is(
    422,
    'Xuất khẩu tính theo giá FOB, nhập khẩu theo giá CIF; “{basis}” không cộng được.',
    'Exports are FOB, imports CIF; “{basis}” cannot be added.',
  ),
  'flow.unreadable-number': is(
    422,
    'Không đọc được số theo cách viết đã khai báo ({locale}); không nhận số âm.',
    'This is no number as it was said to be written ({locale}), or is below zero.',
  ),
  'flow.quantity-without-unit': is(
    422,
    'Lượng và đơn vị tính phải đi cùng nhau.',
    'A quantity needs its unit, and a unit its quantity.',
  ),
  'flow.enterprise-unreadable': is(
    422,
    'Mã số thuế gồm 10 chữ số, chi nhánh thêm 3 chữ số (0123456789-001).',
    'A tax code has 10 digits, that of a branch 3 more (0123456789-001).',
  ),
  'flow.given-twice': is(
    422,
    'Cùng luồng, địa phương, tháng, mã HS, nước, khu vực và doanh nghiệp với dòng {other}.',
    'The same flow, territory, month, code, partner, regime and enterprise as row {other}.',
  ),
  'flow.within-another': is(
    422,
    'Mã HS này nằm trong mã {other} của một dòng khác cùng luồng, địa phương, tháng, nước, khu vực và doanh nghiệp: sẽ bị cộng hai lần.',
    'This code is within {other} of another line of the same flow, territory, month, partner, regime and enterprise: it would be added twice.',
  ),
  'flow.later-known': is(
    422,
    'Đã có số liệu của dòng này theo công bố ngày {asOf}.',
    'This line is already known as stated on {asOf}.',
  ),
  'flow.not-current': is(
    409,
    'Dòng số liệu đang ở trạng thái {state}, không thay đổi được nữa.',
    'The line is {state} and cannot be changed any more.',
  ),
  'flow.not-draft': is(
    409,
    'Chỉ dòng đang chờ duyệt mới được duyệt hoặc trả lại; dòng này đang là {state}.',
    'Only what waits for approval is approved or returned; this line is {state}.',
  ),
  'flow.own-approval': is(
    403,
    'Người nhập không tự duyệt số liệu của mình.',
    'Whoever entered a line does not approve it.',
  ),
  'flows.busy': is(
    503,
    'Số liệu của địa phương này đang được ghi từ một tệp; hãy thử lại sau ít giây.',
    'Lines of this territory are being written from a file; try again in a few seconds.',
  ),
  'import.not-found': is(404, 'Không có tệp nhập này.', 'There is no such import.'),
  'import.changed-meanwhile': is(
    412,
    'Tệp nhập đã thay đổi sau khi đọc; hãy đọc lại.',
    'The import changed after it was read; read it again.',
  ),
  'import.not-submitted': is(
    409,
    'Chỉ tệp đã kiểm tra xong và đang chờ duyệt mới được duyệt hoặc trả lại.',
    'Only an import that was checked and waits for approval is approved or returned.',
  ),
  'import.own-approval': is(
    403,
    'Người gửi không tự duyệt tệp của mình.',
    'Whoever sent an import does not approve it.',
  ),
  'import.unknown-column': is(422, 'Không có cột “{column}”.', 'There is no column “{column}”.'),
  'import.column-twice': is(422, 'Cột “{column}” có hai lần.', 'The column “{column}” is there twice.'),
  'import.missing-column': is(422, 'Thiếu cột “{column}”.', 'The column “{column}” is missing.'),
  'import.empty': is(422, 'Tệp không có dòng số liệu nào.', 'The file has no rows.'),
  'import.unreadable-row': is(
    422,
    'Không đọc được dòng này: số cột khác với dòng đầu, hoặc dấu ngoặc kép không đóng.',
    'This row cannot be read: other columns than the first row, or a quotation mark that is not closed.',
  ),
  'import.not-utf8': is(422, 'Tệp không ở dạng UTF-8.', 'The file is not in UTF-8.'),
  'import.missing-value': is(422, 'Không được để trống.', 'Must not be empty.'),
  'import.failed': is(
    500,
    'Không ghi được tệp sau {attempts} lần thử; lỗi đã được ghi lại để kiểm tra.',
    'The import could not be carried out in {attempts} attempts; the cause was logged.',
  ),
  'document.not-open': is(409, 'Không có tệp đang gửi nào như vậy.', 'There is no such file being sent.'),
  'document.too-large': is(413, 'Tệp lớn quá {max} byte.', 'The file is larger than {max} bytes.'),
  'document.missing': is(
    400,
    'Cần một tệp trong trường “{field}”.',
    'A file is needed in the field “{field}”.',
  ),
  'request.not-a-form': is(
    415,
    'Chỉ nhận biểu mẫu multipart/form-data.',
    'Only multipart/form-data is read here.',
  ),
} as const;
