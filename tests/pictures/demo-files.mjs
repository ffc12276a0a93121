// Draws the photos and papers of the demo: `node tests/pictures/demo-files.mjs`, on a machine with a Chinese font. What it
// wrote stands in supabase/demo/files, so that loading the demo needs neither time nor fonts.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { bike, paper, pdf, photo, screen, text } from './draw-sheets.mjs'

const FOLDER = 'supabase/demo/files'

const lamps = [[180, 90, 20], [620, 70, 14], [1010, 100, 22]].map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}"/>`) // prettier-ignore
const accident = photo(`<rect width="1200" height="900" fill="#4c5157"/><rect width="1200" height="230" fill="#232b36"/>
	<g fill="#ffe9a8">${lamps.join('')}</g>
	<path d="M80 900 420 230M1130 900 780 230" stroke="#f3f3f3" stroke-width="12"/>
	<path d="M600 900 600 230" stroke="#f3f3f3" stroke-width="10" stroke-dasharray="70 60"/>
	<g transform="translate(690 430)"><path d="M0 150 60 60 300 50 380 150 430 165 430 250 -20 250 -20 165z" fill="#9aa7b1"/>
	<path d="M80 75 290 65 345 145 45 150z" fill="#dfe9f0"/><rect x="-20" y="180" width="40" height="24" fill="#ffd36b"/>
	<circle cx="70" cy="250" r="48" fill="#111"/><circle cx="340" cy="250" r="48" fill="#111"/></g>
	${bike(250, 720, 74)}<path d="M360 700l60 40M420 690l-30 70M470 720l40 -30" stroke="#c9d6df" stroke-width="6"/>`)
const wall =
	photo(`<rect width="1200" height="900" fill="#e9e2d3"/><rect y="720" width="1200" height="180" fill="#9b7b58"/>
	<rect y="690" width="1200" height="40" fill="#f7f3ea"/><path d="M340 300l34 26M420 420l30 12" stroke="#a8946b" stroke-width="5"/>
	<g fill="#c9b894" opacity="0.85"><ellipse cx="380" cy="330" rx="130" ry="70"/><ellipse cx="470" cy="380" rx="80" ry="44"/>
	<path d="M700 220l20 190-26 60-18-90z"/></g>
	<rect x="930" y="480" width="110" height="110" rx="10" fill="#fff" stroke="#bbb" stroke-width="4"/>
	<path d="M965 520v30M1005 520v30" stroke="#777" stroke-width="8"/>`)
const bars = Array.from({ length: 12 }, (_, at) => `<path d="M${290 + at * 57} 260v390"/>`).join('')
const sign = { anchor: 'middle', weight: 'bold' }
const gate =
	photo(`<rect width="1200" height="900" fill="#b9cbd6"/><rect y="640" width="1200" height="260" fill="#7a7f80"/>
	<g fill="#c9b79c"><rect x="60" y="190" width="190" height="470"/><rect x="950" y="190" width="190" height="470"/></g>
	<rect x="60" y="150" width="1080" height="70" fill="#a08a68"/>
	<g stroke="#444" stroke-width="10">${bars}<path d="M270 300h660M270 610h660"/></g>
	<rect x="420" y="380" width="360" height="140" rx="10" fill="#fff" stroke="#b3261e" stroke-width="8"/>
	${text(600, 445, 44, '电动车', sign)}${text(600, 500, 40, '禁止入内', { ...sign, colour: '#b3261e' })}${bike(90, 780)}`)

// prettier-ignore
const PICTURES = {
	'accident-scene.jpg': accident,
	'wall.jpg': wall,
	'gate.jpg': gate,
	'diagnosis.jpg': paper('诊断证明书', ['姓名：演示人　　性别：男', '科室：骨科　　门诊号：DEMO-0001', '诊断：骨裂，无移位', '处理：石膏固定，休息四周', '复查：两周后骨科门诊', '', '（虚构医院）医师：演示']),
	'hospital-bill.jpg': paper('住院费用催缴通知', ['病区：骨科三病区　　床号：演示', '已交押金：10,000.00 元', '已发生费用：13,260.00 元', '欠费：3,260.00 元', '请于三日内到一楼窗口补交', '', '（虚构医院）住院收费处']),
	'deposit-agreement.jpg': paper('车辆押金协议', ['甲方：演示站点（虚构）', '乙方：演示骑手', '押金：人民币 2,000 元', '第三条　乙方干满六个月后退还', '第四条　提前离站，押金不退', '收款方式：转账至站长个人', '', '甲方签名：演示　乙方签名：演示'], '演示'),
	'repair-bill.jpg': paper('定损及维修单', ['车型：电动两轮车　　车龄：5 个月', '购车价：3,600 元', '车架：变形，不可修复', '控制器、前轮、货箱：更换', '维修估价：2,980 元', '保险初次报价：800 元', '', '（虚构修理店）']),
	'settlement.png': screen('收入明细', [['本月完成', '612 单'], ['配送收入', '¥5,508.00'], ['补贴', '¥240.00'], ['扣款', '-¥136.00'], ['应结算', '¥5,612.00'], ['已到账', '¥0.00'], ['状态', '处理中（47 天）']], '联系站点'),
	'blocked.png': screen('账号状态', [['账号', '演示司机'], ['状态', '已停用'], ['原因', '疑似异常订单'], ['涉及订单', '3 单'], ['第一次申诉', '未通过'], ['第二次申诉', '未通过'], ['回复', '系统自动回复']], '再次申诉'),
	'roster.png': screen('站点排班（群公告）', [['周一', '早 10:00 – 晚 21:00'], ['周二', '早 10:00 – 晚 21:00'], ['周三', '休息'], ['周四', '早 10:00 – 晚 21:00'], ['周五', '早 10:00 – 晚 22:00'], ['周六', '早 9:30 – 晚 22:00'], ['迟到', '一次罚 50']], '收到请回复'),
	'transfer.png': screen('转账详情', [['金额', '¥2,000.00'], ['收款人', '演示（个人）'], ['附言', '押金'], ['付款方式', '零钱'], ['状态', '对方已收款'], ['单号', 'DEMO-0002']], '保存凭证'),
}
// prettier-ignore
const SHEETS = {
	'accident-report.pdf': paper('道路交通事故认定书', ['编号：DEMO-0001（虚构）', '甲方：小型客车驾驶人（演示）', '乙方：电动自行车骑行人（演示）', '事实：甲车与乙车相撞', '认定：甲方承担全部责任', '　　　乙方无责任', '', '对认定不服，三日内可申请复核']),
	'injury-form.pdf': paper('职业伤害待遇申请表', ['姓名：＿＿＿＿＿＿＿＿', '出事时间：＿＿＿＿＿＿', '平台和订单号：＿＿＿＿＿＿＿＿', '受伤部位：＿＿＿＿＿＿', '就诊医院：＿＿＿＿＿＿＿＿', '收款账户：＿＿＿＿＿＿＿＿', '', '申请人签名：＿＿＿＿＿＿'], '演示'),
	'arbitration-notice.pdf': paper('仲裁受理通知书', ['案号：DEMO 仲字第 0003 号（虚构）', '申请人：演示骑手', '被申请人：演示站点公司', '请求：确认劳动关系', '开庭时间另行通知', '', '（虚构仲裁委员会）']),
}

await mkdir(FOLDER, { recursive: true })
for (const [name, drawing] of Object.entries(PICTURES)) {
	const image = sharp(Buffer.from(drawing))
	const encoded = name.endsWith('.png') ? image.png({ palette: true, colours: 64 }) : image.jpeg({ quality: 60 })
	await writeFile(join(FOLDER, name), await encoded.toBuffer())
}
for (const [name, drawing] of Object.entries(SHEETS)) {
	const { data, info } = await sharp(Buffer.from(drawing)).jpeg({ quality: 55 }).toBuffer({ resolveWithObject: true })
	await writeFile(join(FOLDER, name), pdf(data, info.width, info.height))
}
