/** Words for the few things that a roster says in words. A name of the product's own list always counts too. */
const SECTOR_WORDS: Record<string, string[]> = {
	delivery: [
		'外卖',
		'外卖员',
		'外卖骑手',
		'骑手',
		'送餐员',
		'网约配送员',
		'即时配送',
		'配送员',
		'rider',
		'fooddelivery',
	],
	courier: ['快递员', '快递小哥', '快件处理员', '邮政', 'parcel'],
	ride_hailing: ['网约车司机', '网约车驾驶员', '专车司机', '出租车', 'driver', 'ridehailing', 'taxi'],
	freight: ['货车司机', '货运', '货运司机', '卡车司机', '同城货运', 'truck', 'truckdriver'],
	domestic: ['家政服务', '家政服务员', '家政人员', '保姆', '月嫂', '保洁', '护工', 'housekeeping', 'cleaner'],
	live_streaming: ['主播', '网络主播', '直播', '直播销售员', 'streamer', 'livestreamer', 'livestreaming'],
	other: ['其它'],
}
const FORM_WORDS: Record<string, string[]> = {
	contract: ['劳动合同', '签订劳动合同', '合同工', '正式', '全职', '专送', 'employed', 'fulltime'],
	outsourced: ['外包', '劳务外包', '代理商', '加盟商', '劳务派遣', '派遣', '站点', 'agency'],
	crowd: ['众包', '兼职', '乐跑', 'crowdsourced', 'parttime'],
	own_account: ['个体', '自由职业', '灵活就业', '自由', '个人', '个体工商户', 'selfemployed', 'freelance', 'own'],
	unsure: ['不清楚', '不确定', '不知道', 'unknown', 'notsure'],
}
const GENDER_WORDS: Record<string, string[]> = {
	female: ['女', '女性', 'f', 'w', 'woman'],
	male: ['男', '男性', 'm', 'man'],
}

const plain = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s、,，/（）().·_-]/g, '')

type Coded = { code: string; names: string[] }
/** Finds a code by its own name, by one of its names, or by one of the words for it. */
function wordFinder(coded: Coded[], words: Record<string, string[]> = {}) {
	const known = new Map<string, string>()
	for (const { code, names } of coded)
		for (const name of [code, ...names, ...names.flatMap((name) => name.split(/[、（(]/)), ...(words[code] ?? [])])
			if (plain(name) && !known.has(plain(name))) known.set(plain(name), code)
	return (typed: string): string | null => known.get(plain(typed)) ?? null
}

export const sectorFinder = (sectors: Coded[]) => wordFinder(sectors, SECTOR_WORDS)
export const platformFinder = (platforms: Coded[]) => wordFinder(platforms)
const ofWords = (words: Record<string, string[]>) =>
	wordFinder(
		Object.keys(words).map((code) => ({ code, names: [] })),
		words,
	)
export const findGender = ofWords(GENDER_WORDS)
export const findWorkingForm = ofWords(FORM_WORDS)
