import { createContext, useContext } from 'react'

/** The nonce of this answer's content security policy. Empty in the browser, which hides nonces from scripts. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
