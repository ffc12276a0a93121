import type { Translation } from '../../resources'
import type en from '../en/roster'

export default {
	title: '导入与导出',
} satisfies Translation<typeof en>
