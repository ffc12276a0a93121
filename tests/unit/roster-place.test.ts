import { expect, test } from 'vitest'
import { placeFinder, type Place } from '~/domain/roster/roster-place'

const place = (code: string, parentCode: string | null, level: string, nameZh: string, nameEn: string): Place => ({
	code,
	parentCode,
	level,
	nameZh,
	nameEn,
})
/** Real names, so that what is alike there is alike here. */
const PLACES = [
	place('330000', null, 'province', '浙江省', 'Zhejiang'),
	place('330100', '330000', 'city', '杭州市', 'Hangzhou'),
	place('330106', '330100', 'district', '西湖区', 'Xihu'),
	place('330105', '330100', 'district', '拱墅区', 'Gongshu'),
	place('360000', null, 'province', '江西省', 'Jiangxi'),
	place('360100', '360000', 'city', '南昌市', 'Nanchang'),
	place('360103', '360100', 'district', '西湖区', 'Xihu'),
	place('220000', null, 'province', '吉林省', 'Jilin'),
	place('220200', '220000', 'city', '吉林市', 'Jilin'),
	place('110000', null, 'province', '北京市', 'Beijing'),
	place('110105', '110000', 'district', '朝阳区', 'Chaoyang'),
	place('210000', null, 'province', '辽宁省', 'Liaoning'),
	place('211300', '210000', 'city', '朝阳市', 'Chaoyang'),
]
const from = placeFinder(PLACES, '330100')
const nowhere = placeFinder(PLACES, null)

test.each([
	['330106', '330106'],
	['西湖区', '330106'], // the one with the union
	['西湖', '330106'],
	['杭州市西湖区', '330106'],
	['浙江省杭州市西湖区', '330106'],
	['浙江 杭州 西湖', '330106'],
	['浙江·杭州·西湖区', '330106'],
	['浙江省杭州市西湖区文三路 90 号', '330106'],
	['杭州市', '330100'],
	['江西省南昌市西湖区', '360103'],
	['南昌西湖区', '360103'],
	['北京朝阳区', '110105'],
	['朝阳市', '211300'],
	['Xihu, Hangzhou', '330106'],
	['Xihu District, Nanchang', '360103'],
	['gongshu', '330105'],
	['火星', null],
	['xx', null],
	['999999', null],
])('with the union in Hangzhou %s is %s', (typed, code) => expect(from(typed)).toBe(code))

test('with nobody to say which, a name that several places have is nobody’s guess', () => {
	expect(['西湖区', 'Xihu', '杭州市西湖区', '拱墅区'].map(nowhere)).toEqual([null, null, '330106', '330105'])
})
