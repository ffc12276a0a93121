import { ownStore } from './store.server'

/** A private bucket of its own: nobody is given an address of it, the server streams after the database agreed. */
const ours = ownStore('reports')

/** Under the id of its row, which is written; once more changes nothing that anybody sees. */
export const putReport = (id: string, bytes: Buffer) => ours().put(id, bytes, 'application/pdf')

/** The bytes of a report, null when there are none. The caller has had the right to read it checked. */
export const getReport = (id: string) => ours().get(id)
