/** The documents that the catalogue's definitions come from. */
export const legalSources = {
  statistics: {
    vi: 'Quyết định 05/2023/QĐ-TTg, hệ thống chỉ tiêu thống kê cấp tỉnh',
    en: 'Decision 05/2023/QĐ-TTg, provincial statistical indicators',
  },
  ministry: {
    vi: 'Thông tư 33/2022/TT-BCT, chế độ báo cáo thống kê ngành Công Thương',
    en: 'Circular 33/2022/TT-BCT, statistical reports of industry and trade',
  },
  accounts: {
    vi: 'Nghị định 94/2022/NĐ-CP, biên soạn GDP và GRDP',
    en: 'Decree 94/2022/NĐ-CP, compilation of GDP and GRDP',
  },
  clusters: {
    vi: 'Nghị định 32/2024/NĐ-CP, quản lý, phát triển cụm công nghiệp',
    en: 'Decree 32/2024/NĐ-CP, management and development of industrial clusters',
  },
  electricity: { vi: 'Luật Điện lực số 61/2024/QH15', en: 'Electricity Law 61/2024/QH15' },
  saving: {
    vi: 'Chỉ thị 20/CT-TTg ngày 08/6/2023; Quyết định 280/QĐ-TTg năm 2019',
    en: 'Directive 20/CT-TTg of 8 June 2023; Decision 280/QĐ-TTg of 2019',
  },
  energyPolicy: { vi: 'Nghị quyết 55-NQ/TW năm 2020', en: 'Resolution 55-NQ/TW of 2020' },
  promotion: {
    vi: 'Nghị định 45/2012/NĐ-CP về khuyến công',
    en: 'Decree 45/2012/NĐ-CP on industrial promotion',
  },
  markets: {
    vi: 'Nghị định 60/2024/NĐ-CP về phát triển và quản lý chợ',
    en: 'Decree 60/2024/NĐ-CP on development and management of markets',
  },
  outlets: {
    vi: 'Quyết định 1371/2004/QĐ-BTM, quy chế siêu thị, trung tâm thương mại',
    en: 'Decision 1371/2004/QĐ-BTM, rules on supermarkets and shopping centres',
  },
  ocop: {
    vi: 'Quyết định 919/QĐ-TTg năm 2022, Chương trình mỗi xã một sản phẩm',
    en: 'Decision 919/QĐ-TTg of 2022, One Commune One Product programme',
  },
  stabilisation: {
    vi: 'Luật Giá số 16/2023/QH15; kế hoạch bình ổn thị trường của Ủy ban nhân dân tỉnh',
    en: 'Law on Prices 16/2023/QH15; plans of price stabilisation of the Provincial People’s Committee',
  },
  onlineTrade: {
    vi: 'Nghị định 52/2013/NĐ-CP, sửa đổi bởi Nghị định 85/2021/NĐ-CP, về thương mại điện tử',
    en: 'Decree 52/2013/NĐ-CP, amended by Decree 85/2021/NĐ-CP, on electronic commerce',
  },
  ecommerce: {
    vi: 'Báo cáo Chỉ số Thương mại điện tử (EBI) của VECOM; không phải văn bản pháp luật',
    en: 'E-Business Index (EBI) report of VECOM; not a legal document',
  },
  plans: {
    vi: 'Nghị quyết của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội',
    en: 'Resolutions of the Provincial People’s Council on the socio-economic plan',
  },
} as const;
