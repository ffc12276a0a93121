import type { StaffRole } from '~/domain/organisations/staff-role'
import { DEMO_PASSWORD, demoEmail } from '~/domain/tour/demo-account'

/** People to sign in as after `npm start` with nothing configured. All of them are invented. */
export type DemoPerson = { role: string; email: string; password: string; tryThis: string }
type Staffed = DemoPerson & { key: string; name: string; works: { at: string; as: StaffRole[] }[] }

const person = (key: string, name: string, role: string, tryThis: string, ...works: Staffed['works']): Staffed => ({
	key,
	name,
	role,
	email: demoEmail(key),
	password: DEMO_PASSWORD,
	tryThis,
	works,
})

/** `at` names an organisation of supabase/demo/organisations.json; the first caseworker listed there works its cases. */
export const STAFF: Staffed[] = [
	person('worker', '王师傅', '求助人 worker', '/my: own requests; /union/card: membership card'),
	person('caseworker', '林晓', '社工 caseworker', '/desk: offers, cases, messages', {
		at: 'social_work',
		as: ['caseworker'],
	}),
	person(
		'manager',
		'周敏',
		'主管 manager, two agencies',
		'/desk and /staff: assign, invite, switch roles',
		{ at: 'social_work', as: ['manager', 'caseworker'] },
		{ at: 'counselling', as: ['manager', 'caseworker'] },
	),
	person('hospital', '何佳', '医务社工 hospital social work', '/desk', {
		at: 'hospital',
		as: ['caseworker', 'manager'],
	}),
	person('housing', '孙宁', '安居 housing', '/desk', { at: 'housing', as: ['caseworker', 'manager'] }),
	person('legal', '郑律', '法律援助 legal aid', '/desk', { at: 'legal', as: ['caseworker', 'manager'] }),
	person('road', '吴平', '交通 road safety', '/desk', { at: 'road', as: ['caseworker', 'manager'] }),
	person('counsellor', '沈心', '心理支持 counselling', '/desk', { at: 'counselling', as: ['caseworker'] }),
	person('union', '陈刚', '市工会 city union', '/desk and /union', {
		at: 'city_union',
		as: ['caseworker', 'manager', 'officer'],
	}),
	person('gongshu', '徐兰', '拱墅区工会 district union', '/desk and /union', {
		at: 'gongshu_union',
		as: ['caseworker', 'officer'],
	}),
	person('xihu', '朱明', '西湖区工会 district union', '/desk and /union', {
		at: 'xihu_union',
		as: ['caseworker', 'officer'],
	}),
	person('binjiang', '马丽', '滨江区工会 district union', '/desk and /union', {
		at: 'binjiang_union',
		as: ['caseworker', 'officer'],
	}),
	person('liaison', '方敏', '站点联络员 liaison', '/union: stations of Gongshu', {
		at: 'gongshu_union',
		as: ['liaison'],
	}),
	person('analyst', '高析', '数据分析员 union analyst', '/union, and no case anywhere', {
		at: 'city_union',
		as: ['analyst'],
	}),
	person('triager', '罗台', '分派员 triager', '/operator: triage by hand', { at: 'operator', as: ['triager'] }),
	person('administrator', '唐管', '管理员 administrator', '/staff: who works at the desk', {
		at: 'operator',
		as: ['administrator', 'triager', 'directory_editor'],
	}),
]

export const PEOPLE: DemoPerson[] = STAFF.map(({ role, email, password, tryThis }) => ({
	role,
	email,
	password,
	tryThis,
}))
