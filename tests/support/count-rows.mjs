// `node count-rows.mjs <address> <table>`: in a process of its own, because while a database comes up or goes down the driver
// may throw where nobody can catch it (porsager/postgres#1208), which would end the test that asks.
import postgres from 'postgres'

const [address, table] = process.argv.slice(2)
const sql = postgres(address, { max: 1, onnotice: () => {} })
const [{ n }] = await sql`select count(*)::int as n from app.${sql(table)}`
process.stdout.write(String(n)) // as it is: a console may colour a number
await sql.end()
