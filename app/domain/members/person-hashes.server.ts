import { webEnv } from '~/env.server'
import { memberHash } from '~/lib/member-hash.server'
import { idLastFour, normalId, normalPhone } from '~/lib/person-number'

const hex = (kind: 'phone' | 'id', normal: string) => memberHash(webEnv().MEMBER_SECRET, kind, normal).toString('hex')

/** By which an officer is told of a likely double. `phone` as it was typed, or as it is kept. */
export const phoneHash = (phone: string) => hex('phone', normalPhone(phone) ?? phone)

/** All that is kept of an ID number, from here on. Nothing where none was given. */
export function keptOfId(typed: string | undefined): { idHash?: string; idLastFour?: string } {
	const normal = typed ? normalId(typed) : null
	return normal ? { idHash: hex('id', normal), idLastFour: idLastFour(normal) } : {}
}
