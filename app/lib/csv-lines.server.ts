import { stringify } from 'csv-stringify/sync'

/** Without it Excel takes Chinese for something else. */
export const BYTE_ORDER_MARK = '﻿'

/** Lines of a CSV file. What a table program would take for a formula gets a sign before it that keeps it a text. */
export const csvLines = (rows: (string | number | null)[][]): string =>
	stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' })
