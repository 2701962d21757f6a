import type { Names } from './names';

/** Registers by the last part of their address, in the plural. */
export const registerNames: Names = {
  clusters: ['Cụm công nghiệp', 'Industrial clusters'],
  'power-plants': ['Nhà máy điện', 'Power plants'],
  'rooftop-solar': ['Điện mặt trời mái nhà', 'Rooftop solar'],
  'grid-projects': ['Dự án lưới điện', 'Grid projects'],
  hamlets: ['Thôn, bản và việc cấp điện', 'Hamlets and their power'],
  'energy-users': ['Cơ sở sử dụng năng lượng trọng điểm', 'Designated energy users'],
  'promotion-programmes': ['Chương trình khuyến công', 'Industrial promotion programmes'],
  'promotion-schemes': ['Đề án khuyến công', 'Industrial promotion schemes'],
  consultancies: ['Tư vấn cho doanh nghiệp', 'Consultancies'],
  suppliers: ['Nhà cung cấp công nghiệp hỗ trợ', 'Suppliers of supporting industry'],
  'component-needs': ['Nhu cầu linh kiện, vật liệu', 'Needs of components'],
  'investor-leads': ['Nhà đầu tư quan tâm', 'Prospective investors'],
  'enterprise-reports': ['Báo cáo sản xuất của doanh nghiệp', 'Enterprises’ production reports'],
  markets: ['Chợ', 'Markets'],
  outlets: ['Siêu thị, trung tâm và cửa hàng', 'Supermarkets, malls and outlets'],
  licences: ['Giấy phép xăng dầu, khí', 'Petrol and gas licences'],
  'ocop-products': ['Sản phẩm OCOP', 'OCOP products'],
  'promotion-events': ['Sự kiện xúc tiến thương mại', 'Trade promotion events'],
  'regional-conferences': ['Hội nghị vùng', 'Regional conferences'],
  'supply-offers': ['Nguồn cung hàng hóa', 'Supply offers'],
  'demand-requests': ['Nhu cầu tiêu thụ', 'Demand requests'],
  'ecommerce-platforms': ['Sàn và trang thương mại điện tử', 'E-commerce platforms'],
  'ecommerce-sellers': ['Đơn vị bán trên sàn', 'Sellers on platforms'],
  'onboarding-campaigns': ['Đợt đưa sản phẩm lên sàn', 'Onboarding campaigns'],
  'ecommerce-trainings': ['Tập huấn thương mại điện tử', 'E-commerce trainings'],
  'platform-reports': ['Báo cáo tháng của sàn', 'Monthly reports of platforms'],
  'stabilisation-programmes': ['Chương trình bình ổn thị trường', 'Price stabilisation programmes'],
  'stabilisation-commitments': ['Cam kết bình ổn thị trường', 'Stabilisation commitments'],
  'stabilisation-points': ['Điểm bán bình ổn', 'Stabilisation points of sale'],
  'mobile-sales': ['Chuyến bán hàng lưu động', 'Mobile sales trips'],
  traders: ['Doanh nghiệp xuất, nhập khẩu', 'Exporters and importers'],
  obstacles: ['Vướng mắc xuất, nhập khẩu', 'Export and import obstacles'],
  'trade-remedies': ['Vụ việc phòng vệ thương mại', 'Trade remedy cases'],
  'origin-certificates': ['Giấy chứng nhận xuất xứ', 'Certificates of origin'],
};

/** Departments by the part of the address that is theirs. */
export const departmentNames: Names = {
  industry: ['Công nghiệp và năng lượng', 'Industry and energy'],
  trade: ['Thương mại trong nước', 'Domestic trade'],
  'export-import': ['Xuất nhập khẩu', 'Export and import'],
};
