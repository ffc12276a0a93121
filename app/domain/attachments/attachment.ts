import type { FormReply } from '~/lib/form-data'
import { SHARED_FIELDS } from '~/domain/consent/consent-ask-state'

/** What may be attached. Phones turn their HEIC photos into JPEG when a page does not accept HEIC. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type FileType = (typeof FILE_TYPES)[number]
export const FILE_AUTHORS = ['worker', 'staff'] as const
/** What of a request is opened by an act that the worker can see. */
export const VIEWED_FIELDS = [...SHARED_FIELDS, 'files'] as const

export const MEGABYTE = 1_048_576
export const FILE_MEGABYTES = 10
export const FILE_LIMIT = FILE_MEGABYTES * MEGABYTE
/** For one message, or one request. */
export const MOST_FILES = 8
/** Photographs are made smaller than this, in pixels; a paper photographed at this size can be read. */
export const LONGEST_SIDE = 2560

/** A file as a list shows it; its address is /files/:id. */
export type SentFile = { id: string; name: string; type: FileType; size: number }

/** Why a file was not accepted. */
export const REFUSALS = ['empty', 'too_large', 'too_many', 'type', 'heic', 'broken', 'pixels', 'busy'] as const
export type Refusal = (typeof REFUSALS)[number]
export type RefusedFile = { name: string; reason: Refusal }
/** The answer to a form with files that could not be taken. */
export type WithRefused = FormReply & { refused?: RefusedFile[] }
