import { is } from './problem';

/** What the registers of trade promotion refuse. */
export const promotionEventProblems = {
  'promotion-event.ends-before-start': is(
    422,
    'Ngày kết thúc {endsOn} trước ngày bắt đầu {startsOn}.',
    'The last day, {endsOn}, is before the first, {startsOn}.',
  ),
  'promotion-event.too-long': is(
    422,
    'Sự kiện kéo dài {days} ngày, quá {max} ngày; hãy ghi từng đợt.',
    'The event takes {days} days, more than {max}; enter each part of it.',
  ),
  'promotion-event.day-out-of-range': is(
    422,
    'Ngày {day} phải trong khoảng {from} đến {to}.',
    'The day {day} is not between {from} and {to}.',
  ),
  'promotion-event.not-begun': is(
    422,
    'Ngày {on} sự kiện chưa bắt đầu: ngày đầu là {startsOn}.',
    'On {on} the event has not begun: its first day is {startsOn}.',
  ),
  'promotion-event.at-home': is(
    422,
    'Sự kiện tổ chức tại Việt Nam thì để trống nước tổ chức.',
    'Of an event that is held in Viet Nam the country is left empty.',
  ),
  'promotion-event.country-unknown': is(
    422,
    '“{country}” không phải mã nước hai chữ cái theo ISO 3166 (Vương quốc Anh là GB).',
    '“{country}” is no country code of two letters of ISO 3166 (the United Kingdom is GB).',
  ),
  'promotion-event.needs-results': is(
    422,
    'Sự kiện đã báo cáo phải có ít nhất một kết quả: hợp đồng, bản ghi nhớ, giá trị hoặc số khách.',
    'An event that is reported has at least one result: contracts, memoranda, their value or visitors.',
  ),
  'promotion-event.needs-other-days': is(
    422,
    'Dời lịch thì phải nêu ngày bắt đầu và ngày kết thúc khác.',
    'Who reschedules says other days.',
  ),
  'regional-conference.entered-already': is(
    409,
    'Kỳ hội nghị này của nhóm đã có: mục “{code}”.',
    'This edition of the group is entered already: entry “{code}”.',
  ),
  'regional-conference.needs-day': is(
    422,
    'Hội nghị đã công bố thì phải có ngày.',
    'A conference that is announced has a day.',
  ),
  'regional-conference.needs-next-host': is(
    422,
    'Trao cờ thì phải nêu địa phương đăng cai kỳ sau.',
    'Who hands over the flag says to which territory.',
  ),
  'supply.ends-before-start': is(
    422,
    'Ngày cuối {to} trước ngày đầu {from}.',
    'The last day, {to}, is before the first, {from}.',
  ),
  'demand.needs-outcome': is(
    422,
    'Nhu cầu đã thỏa thuận phải nêu mã chào hàng hoặc giá trị.',
    'A request that was agreed names the offer or the value.',
  ),
} as const;
