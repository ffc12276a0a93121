/**
 * How often what comes, out of any sum. Guesses in the order in which people who know the trades name things: most who
 * ask are riders and couriers, most needs are pay, injuries and the road. Nobody's statistics.
 */
export const NEEDS = {
	'labour.unpaid_wages': 16,
	'labour.deductions': 14,
	'medical.hurt_on_order': 12,
	'transport.accident': 9,
	'legal.labour_relation': 6,
	'medical.hospital_costs': 5,
	'legal.injury_damages': 4,
	'transport.vehicle': 4,
	'housing.rent_dispute': 4,
	'housing.short_stay': 3,
	'policy.hardship': 3,
	'policy.school_and_papers': 3,
	'transport.access': 3,
	'housing.rider_flat': 2,
	'housing.public_rental': 2,
	'legal.streaming_contract': 2,
	'medical.insurance': 2,
	'medical.mutual_aid': 2,
	'medical.work_injury': 2,
	'medical.psychological': 2,
	'transport.licence': 2,
	'legal.harassment': 1,
	'legal.other': 1,
	'labour.other': 1,
	unsure: 6,
} as const
export type Need = keyof typeof NEEDS

export const SECTORS = {
	delivery: 46,
	courier: 20,
	ride_hailing: 17,
	freight: 8,
	domestic: 4,
	live_streaming: 3,
	other: 2,
} as const

/** Companies of a trade; the first names of a list come most. */
export const PLATFORMS: Record<keyof typeof SECTORS, Record<string, number>> = {
	delivery: { meituan: 55, eleme: 25, dada: 6, jd_delivery: 5, shansong: 4, sf_intracity: 4, other: 1 },
	courier: { sf_express: 20, zto: 18, yto: 15, yunda: 14, sto: 11, jt: 10, jd_logistics: 7, ems: 5 },
	ride_hailing: { didi: 70, caocao: 10, t3: 8, hello: 6, amap: 6 },
	freight: { huolala: 50, manbang: 25, didi_freight: 15, kuaigou: 10 },
	domestic: { daojia: 60, ziroom: 25, other: 15 },
	live_streaming: { douyin: 60, kuaishou: 25, bilibili: 8, other: 7 },
	other: { other: 1 },
}

export const WORKING_FORMS = { crowd: 45, outsourced: 25, contract: 12, own_account: 10, unsure: 8 }
export const URGENCIES = { normal: 64, soon: 28, today: 8 }
export const LANGUAGES = { 'zh-CN': 94, en: 6 }
export const OUTCOMES = {
	got_help: 52,
	partly: 14,
	referred_on: 11,
	not_eligible: 7,
	could_not_reach: 6,
	no_longer_needed: 6,
	refused_by_other_party: 4,
}
export const DECLINES = {
	no_capacity: 30,
	wrong_category: 25,
	not_eligible: 20,
	out_of_area: 12,
	missing_documents: 8,
	other: 5,
}

/** Cities in the order of how much comes from them; a small load stays in the first. Municipalities hold districts themselves. */
export const CITIES = [
	...['330100', '310000', '440300', '110000', '440100', '510100', '500000', '420100', '320500', '610100'],
	...['320100', '430100', '340100', '410100', '370100', '370200', '120000', '330200', '440600', '441900'],
	...['350200', '350100', '530100', '210100', '220100', '230100', '130100', '140100', '450100', '360100'],
	...['520100', '620100', '460100', '320200', '330300', '330700', '320600', '350500', '370600', '210200'],
]

/** Who works in a city: for which groups of needs, and how much of what comes goes there. The first of the first city is the busy one. */
export const ORGANISATIONS = [
	{
		words: 'agency',
		kind: 'agency',
		weight: 34,
		groups: ['labour', 'medical', 'transport', 'legal', 'housing', 'policy'],
	},
	{ words: 'union', kind: 'union', weight: 20, groups: ['labour', 'policy', 'medical', 'legal'] },
	{ words: 'legal', kind: 'agency', weight: 12, groups: ['legal', 'labour'] },
	{ words: 'union', kind: 'union', weight: 10, groups: ['labour', 'transport'] },
	{ words: 'agency', kind: 'agency', weight: 9, groups: ['policy', 'medical', 'housing', 'transport'] },
	{ words: 'medical', kind: 'agency', weight: 8, groups: ['medical'] },
	{ words: 'housing', kind: 'agency', weight: 7, groups: ['housing'] },
] as const

/** Of 24 hours in Beijing: people write between the meals and in the evening. */
export const HOURS = [3, 2, 1, 1, 1, 2, 3, 5, 7, 9, 8, 4, 3, 6, 10, 9, 7, 4, 4, 6, 9, 11, 9, 6]

/** In order 1, 1/2, 1/3 …: a few have most of it. */
export const zipf = (names: readonly string[]) =>
	Object.fromEntries(names.map((name, place) => [`${name}`, 1 / (place + 1)]))
