import { WORKING_FORMS } from '~/domain/requests/filing-choices'
import type { JoinDraft } from './joining'

type Facts = {
	name: string | null
	phone: string | null
	areaCode: string | null
	sectorCode: string | null
	platformCode: string | null
	workingForm: string | null
}

/** The six facts of a request that may become the beginning of an application, and nothing else of it. */
export function draftOfFacts({ name, phone, areaCode, sectorCode, platformCode, workingForm }: Facts): JoinDraft {
	const form = WORKING_FORMS.find((known) => known === workingForm)
	return {
		from: 'request',
		...(areaCode ? { place: { area: areaCode } } : {}),
		work: {
			...(sectorCode ? { sector: sectorCode } : {}),
			...(platformCode ? { platform: platformCode } : {}),
			...(form ? { workingForm: form } : {}),
		},
		you: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) },
	}
}
