import { ownStore } from './store.server'

/** One private bucket for everything people attach. Nobody is given an address of it: the server streams after the database agreed. */
export const BUCKET = 'attachments'

const ours = ownStore(BUCKET)

/** Put bytes under a key that stands for them alone; once more changes nothing. The caller has had the right to attach checked, and the row is written. */
export const putFile = (key: string, bytes: Buffer, type: string) => ours().put(key, bytes, type)

/** The bytes behind a key, null when there are none. The caller has had the right to see them checked and logged. */
export const getFile = (key: string) => ours().get(key)

/** Whatever is not there any more counts as removed. */
export const removeFiles = (keys: string[]) => ours().remove(keys)

/** Does the store answer, and is the bucket there? It is made if not, so that a new project needs no step by hand. */
export const filesReachable = () => ours().reachable()
