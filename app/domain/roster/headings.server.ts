import en from '~/i18n/locales/en/roster'
import zhCN from '~/i18n/locales/zh-CN/roster'
import type { Locale } from '~/i18n/resources'
import { ROSTER_FIELDS, type RosterColumn, type RosterField } from './roster-column'

/** The headings of the file to fill in. They are recognised again, whatever the language of whoever brings it back. */
export const TEMPLATE_HEADINGS: Record<Locale, Record<RosterField, string>> = { 'zh-CN': zhCN.fields, en: en.fields }

/** Other words that unions use for the same, as `plain` leaves them. */
const ALSO: Record<RosterField, string[]> = {
	name: ['会员姓名', '职工姓名', '员工姓名', '骑手姓名', '名字', 'fullname', 'membername', 'ridername'],
	phone: [
		...['手机', '手机号码', '联系电话', '电话', '电话号码', '移动电话', '联系方式', '联系手机'],
		...['mobile', 'mobilephone', 'phonenumber', 'mobilenumber', 'telephone', 'tel', 'cellphone'],
	],
	id: [
		'身份证',
		'身份证号码',
		'证件号',
		'证件号码',
		'公民身份号码',
		'idcard',
		'idcardnumber',
		'idno',
		'identitynumber',
	],
	gender: ['sex'],
	birthYear: ['出生年', '出生日期', '出生年月', '生日', 'birthdate', 'dateofbirth', 'birthday', 'yearofbirth'],
	email: ['电子邮箱', '电子邮件', '邮件', '邮箱地址', 'mail', 'emailaddress'],
	area: [
		...[
			'居住区域',
			'居住地区',
			'现居住地',
			'常住地',
			'区县',
			'所在区县',
			'地区',
			'区域',
			'所属区域',
			'居住地址',
			'住址',
		],
		...['area', 'district', 'residence', 'region', 'address', 'placeofresidence'],
	],
	sector: ['工种', '职业', '从事行业', '行业类别', '从业类型', '岗位', 'sector', 'occupation', 'job', 'workertype'],
	platform: ['所属平台', '平台企业', '平台名称', '所在平台', 'company', 'platformcompany'],
	station: ['所属站点', '站点名称', '配送站', '网点', '所在站点', 'stationname', 'site', 'depot'],
	workingForm: ['用工方式', '用工类型', '劳动关系', '合同类型', 'employment', 'employmenttype', 'contract', 'workform'],
	joinedOn: ['入会时间', '加入日期', '加入工会时间', 'joindate', 'joined', 'membersince', 'joiningdate'],
}

/** A heading without what people write around it: spaces, brackets and what stands in them, stars, colons. */
const plain = (heading: string) =>
	heading
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[(（【[].*?[)）】\]]/g, '')
		.replace(/[\s*:：_\-.、/]/g, '')

const KNOWN = new Map<string, RosterField>(
	ROSTER_FIELDS.flatMap((field) =>
		[TEMPLATE_HEADINGS['zh-CN'][field], TEMPLATE_HEADINGS.en[field], field, ...ALSO[field]].map(
			(heading): [string, RosterField] => [plain(heading), field],
		),
	),
)

/** What each heading means; the first of two that mean the same is taken. Columns that mean nothing to us are not read. */
export function columnsOf(headings: string[]): RosterColumn[] {
	const taken = new Set<RosterField>()
	return headings.map((heading) => {
		const field = KNOWN.get(plain(heading)) ?? null
		if (!field || taken.has(field)) return { heading, field: null }
		taken.add(field)
		return { heading, field }
	})
}

const recognised = (cells: string[]) => columnsOf(cells).filter(({ field }) => field).length
/** A union's name or a date may stand above the headings. */
export const LOOKED_AT = 10

/** Which of the first rows holds the headings: the one with the most known words; null when none has two of them. */
export function headingRow(rows: string[][]): number | null {
	const counts = rows.slice(0, LOOKED_AT).map(recognised)
	const best = counts.indexOf(Math.max(...counts, 0))
	return (counts[best] ?? 0) >= 2 ? best : null
}
