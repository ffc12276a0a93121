import * as z from 'zod/mini'
import { oneOf } from '~/lib/zod-fields'
import { TRANSFER_REASONS, TRANSFER_REFUSALS } from './membership-state'

/** What is looked at apart: what waits for this union, what its own members wait for, and what was decided. */
export const TRANSFER_SIDES = ['in', 'out', 'past'] as const
export type TransferSide = (typeof TRANSFER_SIDES)[number]
/** After so many days a question is marked as long open; nothing happens by itself. */
export const LONG_OPEN_DAYS = 14

/** `transferId` was made with the page: sent twice it is asked once. */
export const TransferForm = z.object({
	transferId: z.uuid('common:errors.invalid'),
	union: z.uuid('transfers:errors.unionMissing'),
	reason: oneOf(TRANSFER_REASONS, 'transfers:errors.reasonMissing'),
})
export const RefusalForm = z.object({ refusal: oneOf(TRANSFER_REFUSALS, 'transfers:errors.refusalMissing') })
