import * as contact from '~/routes/worker/requests.new.contact'
import * as needs from '~/routes/worker/requests.new.needs'
import * as place from '~/routes/worker/requests.new.place'
import * as sharing from '~/routes/worker/requests.new.sharing'
import * as story from '~/routes/worker/requests.new.story'
import * as work from '~/routes/worker/requests.new.work'
import { owner } from './db'
import { led, post, type Answers, type Page, type Shown } from './filing-pages'
import { NEED, PLACE, STORY, seedOrganisation, seedService, seedStaff } from './seeds'

/** Two organisations that can help, and the way through all pages of filing with an answer that each accepts. */
export async function walkers() {
	const first = await seedOrganisation(owner, { nameZh: '灯塔社工' })
	const second = await seedOrganisation(owner, { nameZh: '晨光法律援助' })
	for (const organisation of [first, second]) {
		await seedService(owner, organisation)
		await seedStaff(owner, organisation)
	}

	const good = (): [Page & Shown, string, Answers][] => [
		[story, 'story', { danger: 'no', story: STORY }],
		[needs, 'needs', { needs: [NEED], urgency: 'soon' }],
		[place, 'place', { area: PLACE }],
		[work, 'work', { sector: 'delivery', platform: 'meituan', workingForm: 'crowd' }],
		[contact, 'contact', { reachBy: ['phone'], phone: '138 0013 8000', reachTimes: ['noon'] }],
		[
			sharing,
			'sharing',
			{ shown: [first, second], mode: 'any_of_these', fields: 'story_and_contact', deskMayRead: 'yes' },
		],
	]

	/** Answers page after page as a browser would, changed where told. Says where each led. */
	async function walk(cookie: string, changes: Record<string, Answers> = {}) {
		const steps: unknown[] = []
		for (const [page, step, answers] of good()) {
			steps.push(led(await post(page, `/requests/new/${step}`, { ...answers, ...changes[step] }, cookie)))
		}
		return steps
	}

	return { first, second, good, walk }
}
