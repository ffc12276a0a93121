import type { Translation } from '../../resources'
import type en from '../en/files'

export default {
	label: '照片或材料',
	hint: '可以选照片（JPEG、PNG、WebP）或 PDF，最多 {{most}} 个，每个不超过 {{size}} MB。照片里隐藏的位置和时间会被去掉。',
	storyHint: '您允许谁看事情经过，谁就能打开这些文件。',
	add: '添加选好的文件',
	removeShort: '删除',
	remove: '删除 {{name}}',
	attached: '已经添加的文件',
	withRequest: '您提交的照片和材料',
	withStory: '求助时附上的照片和材料',
	withMessage: '附件',
	inCheck: '照片和材料',
	none: '没有',
	refusedTitle: '下面的文件还不能发送：',
	refused: {
		empty: '{{name}}：这个文件是空的，请重新选择照片或材料。',
		too_large: '{{name}}：超过了 {{size}} MB。请换一张小一点的，比如截个图，或者把材料分成几份。',
		too_many: '{{name}}：数量超了，最多 {{most}} 个。请先去掉几个，其余的可以之后用消息发送。',
		type: '{{name}}：不是照片，也不是 PDF。请拍张照片或者截个图，再选那一张。',
		heic: '{{name}}：这种照片格式（HEIC）打不开。请把照片截个图，或者在相机设置里改成 JPEG。',
		broken: '{{name}}：文件坏了。请重新保存一次，或者重新拍一张。',
		pixels: '{{name}}：图片尺寸太大。请截个图，再选截图。',
		busy: '{{name}}：现在上传的人很多，请过一分钟再试。',
	},
	again: '请去掉这些，再把要发的文件都选一遍，因为浏览器不会记住选过的文件。',
	errors: {
		refused: '有文件不符合要求，所以什么都没有发出。请看下面是哪个文件、为什么',
		again: '请把文件再选一遍，浏览器不会记住选过的文件',
		store: '文件暂时没能存下，所以什么都没有发出。请过一分钟重新选择文件再试',
	},
	answers: {
		notFound: '找不到这个文件，或者您不能查看。',
		unavailable: '暂时打不开这个文件，请过一分钟再试。',
	},
} satisfies Translation<typeof en>
