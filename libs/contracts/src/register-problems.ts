import { is } from './problem';

/** What registers, their steps and the rules of law refuse. */
export const registerProblems = {
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
  'register.unknown': is(422, 'Không có sổ “{register}”.', 'There is no register “{register}”.'),
  'register.not-complete': is(
    409,
    'Sổ “{register}” của “{territory}” chưa được tuyên bố đầy đủ.',
    'The register “{register}” of “{territory}” is not declared complete.',
  ),
  'register.not-found': is(404, 'Sổ không có mục này.', 'The register has no such entry.'),
  'register.code-taken': is(409, 'Mã “{code}” đã có.', 'The code “{code}” is taken.'),
  'register.changed-meanwhile': is(
    412,
    'Mục đã được người khác sửa (phiên bản hiện tại {current}); xem các trường đã đổi.',
    'The entry was changed meanwhile (its version is now {current}); see which fields.',
  ),
  'register.entry-too-large': is(
    413,
    'Mục này dài {bytes} byte, quá giới hạn {max} byte.',
    'The entry takes {bytes} bytes, more than the limit of {max} bytes.',
  ),
  'register.step-not-allowed': is(
    409,
    'Đang ở “{state}” thì không được “{step}”; các bước được phép: {allowed}.',
    'In “{state}” there is no “{step}”; the steps allowed are: {allowed}.',
  ),
  'register.step-in-future': is(422, 'Ngày {on} chưa đến.', 'The day {on} has not come yet.'),
  'register.step-before-last': is(
    422,
    'Ngày {on} trước ngày {since} của bước trước.',
    'The day {on} is before {since}, the day of the step before.',
  ),
  'register.needs-reason': is(422, 'Phải nêu lý do.', 'This needs a reason.'),
  'register.correction-needs-approver': is(
    403,
    'Chỉ người có quyền phê duyệt được sửa trạng thái, hoặc điều chỉ một bước quyết định, đã ghi sai.',
    'A state, or what a step alone decides, that was entered wrongly is corrected by who may approve.',
  ),
  'rule.refused': is(
    422,
    'Quy định không cho phép; xem danh sách. Nếu có căn cứ khác, đề nghị người có thẩm quyền cho phép ngoại lệ.',
    'Rules refuse this; see the list. Where there is another ground, ask who may approve for an exception.',
  ),
  'rule.needs-successor-text': is(
    422,
    'Quy định nói về cấp huyện, đã kết thúc ngày 30/6/2025, và chưa có văn bản thay thế ({source}).',
    'The rule speaks of the district, which ended on 30 June 2025, and no text replaces it yet ({source}).',
  ),
  'override.not-found': is(404, 'Không có đề nghị ngoại lệ này.', 'There is no such exception.'),
  'override.own': is(
    403,
    'Người đề nghị không tự cho phép ngoại lệ.',
    'Who asks for an exception does not approve it.',
  ),
  'override.not-own': is(
    403,
    'Chỉ người đề nghị được rút lại đề nghị.',
    'Only who asked for an exception withdraws it.',
  ),
  'override.used': is(409, 'Ngoại lệ này đã được dùng.', 'This exception has been used.'),
  'override.ended': is(
    409,
    'Đề nghị đã bị từ chối hoặc đã rút lại ngày {on}.',
    'It was refused or withdrawn on {on}.',
  ),
  'override.no-such-rule': is(
    422,
    'Không có quy định “{rule}” ở bước “{step}”.',
    'There is no rule “{rule}” in the step “{step}”.',
  ),
  'cluster.below-min-area': is(
    422,
    'Diện tích {area} ha dưới mức tối thiểu {min} ha ({source}, hiệu lực từ {since}).',
    'The area of {area} ha is below the minimum of {min} ha ({source}, in force since {since}).',
  ),
  'cluster.district-not-full': is(
    422,
    'Các cụm trong huyện mới cho thuê {occupancy} % và còn {free} ha; phải trên {min} % hoặc còn không quá {max} ha ({source}, hiệu lực từ {since}).',
    'The clusters of the district are let to {occupancy} % and have {free} ha left; it must be over {min} %, or at most {max} ha ({source}, in force since {since}).',
  ),
  'cluster.district-unknown': is(
    422,
    'Chưa ghi huyện cũ của cụm nên chưa xét được quy định về các cụm trong huyện ({source}).',
    'Its former district is not known, so the rule on the clusters of a district could not be weighed ({source}).',
  ),
  'cluster.neighbours-unknown': is(
    422,
    '{unknown} cụm trong huyện chưa ghi đất công nghiệp hoặc đất đã cho thuê nên chưa xét được quy định ({source}).',
    'Of {unknown} clusters of the district the industrial or the leased land is not known, so the rule could not be weighed ({source}).',
  ),
  'cluster.not-full-enough': is(
    422,
    'Tỷ lệ lấp đầy {occupancy} % dưới {min} % và nhu cầu không vượt diện tích còn lại ({source}, hiệu lực từ {since}).',
    'It is let to {occupancy} %, below {min} %, and the demand does not exceed the land that is left ({source}, in force since {since}).',
  ),
  'cluster.no-wastewater-plant': is(
    422,
    '{tenants} dự án có xả thải trong khi nhà máy xử lý nước thải tập trung chưa vận hành ({source}, hiệu lực từ {since}).',
    '{tenants} tenants discharge before the central wastewater plant operates ({source}, in force since {since}).',
  ),
  'plant.panels-of-no-sun': is(
    422,
    'Công suất tấm pin (MWp) chỉ có ở điện mặt trời.',
    'Only solar plants have panels (MWp).',
  ),
  'grid.cleared-beyond-need': is(
    422,
    'Diện tích đã giải phóng lớn hơn diện tích phải giải phóng.',
    'More land is cleared than had to be.',
  ),
  'hamlet.served-beyond-all': is(
    422,
    'Số hộ có điện lớn hơn số hộ.',
    'More households have power than there are.',
  ),
  'energy-user.below-threshold': is(
    422,
    'Mức tiêu thụ {toe} TOE dưới ngưỡng {min} TOE của cơ sở trọng điểm ({source}, hiệu lực từ {since}).',
    'A consumption of {toe} TOE is below the threshold of {min} TOE ({source}, in force since {since}).',
  ),
  'enterprise-report.reported-already': is(
    409,
    'Doanh nghiệp đã báo cáo sản phẩm này theo đơn vị này trong tháng: mục “{code}”. Hãy sửa hoặc rút mục đó.',
    'The enterprise has reported this product in this unit for this month: entry “{code}”. Change or withdraw that one.',
  ),
  'promotion-programme.one-a-year': is(
    409,
    'Năm này ngân sách này đã có chương trình: mục “{code}”. Hãy điều chỉnh hoặc rút mục đó.',
    'This budget has a programme for this year: entry “{code}”. Adjust or withdraw that one.',
  ),
  'promotion-programme.needs-decision': is(
    422,
    'Chương trình đã phê duyệt phải có số quyết định.',
    'A programme that is approved needs the number of its decision.',
  ),
  'enterprise-report.unknown-product': is(
    422,
    'Không có sản phẩm chủ yếu “{product}”.',
    'There is no key product “{product}”.',
  ),
  'enterprise-report.unit-of-product': is(
    422,
    'Sản phẩm “{product}” tính bằng {unit}.',
    'The product “{product}” is counted in {unit}.',
  ),
  'market.used-beyond-points': is(
    422,
    'Số điểm kinh doanh đang dùng lớn hơn số điểm kinh doanh.',
    'More business points are in use than there are.',
  ),
  'ocop.needs-certificate': is(
    422,
    'Sản phẩm đã được công nhận phải có số và ngày cấp giấy chứng nhận.',
    'A product that is certified needs the number and the day of its certificate.',
  ),
  'ocop.score-beyond-100': is(422, 'Điểm {score} lớn hơn 100.', 'A score of {score} is above 100.'),
  'ocop.score-without-stars': is(
    422,
    'Với {score} điểm, sản phẩm chưa đủ điều kiện đạt sao để được cấp giấy chứng nhận.',
    'A product of {score} points has no stars for which it could be certified.',
  ),
  'licence.needs-number': is(
    422,
    'Giấy phép đã cấp phải có số và ngày cấp.',
    'A licence that is granted needs its number and the day of its issue.',
  ),
  'licence.expires-before-issue': is(
    422,
    'Ngày hết hạn {expires} trước ngày cấp {issued}.',
    'It expires on {expires}, before it was issued on {issued}.',
  ),
  'scheme.paid-beyond-support': is(
    422,
    'Số đã thanh toán {paid} triệu đồng lớn hơn mức hỗ trợ {support} triệu đồng.',
    'VND {paid} million are paid out, more than the support of VND {support} million.',
  ),
  'scheme.appraised-too-early': is(
    422,
    'Đề án chưa đến bước thẩm định cấp quốc gia; hãy ghi bước đó.',
    'The scheme has not come to its national appraisal; take that step.',
  ),
  'scheme.over-half': is(
    422,
    'Mức hỗ trợ {share} % vượt tỷ lệ tối đa {max} % ({source}, hiệu lực từ {since}).',
    'A support of {share} % is above the largest share of {max} % ({source}, in force since {since}).',
  ),
  'scheme.over-cap': is(
    422,
    'Mức hỗ trợ {support} triệu đồng vượt mức tối đa {max} triệu đồng ({source}, hiệu lực từ {since}).',
    'A support of VND {support} million is above the cap of VND {max} million ({source}, in force since {since}).',
  ),
  'scheme.not-national': is(
    422,
    'Chỉ đề án khuyến công quốc gia được thẩm định ở cấp quốc gia ({source}).',
    'Only schemes that the national budget pays are appraised nationally ({source}).',
  ),
  'scheme.needs-national-appraisal': is(
    422,
    'Đề án khuyến công quốc gia phải được thẩm định ở cấp quốc gia trước khi phê duyệt ({source}).',
    'A scheme that the national budget pays is appraised nationally before it is approved ({source}).',
  ),
} as const;
