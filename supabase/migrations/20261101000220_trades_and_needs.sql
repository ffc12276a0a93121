-- The rows of every shared vocabulary but the places. What the product's research holds as seen on an official source, or on
-- several that agree, is H; what it holds from secondary sources is M, what nobody checked is L, and screens ask the
-- reader to confirm both. The research does not grade hotlines; they are H because a warning beside 120 would do harm.

insert into app.hotlines (number, name_zh, name_en, purpose_zh, purpose_en, urgent, sort, source, as_of, confidence)
select v.*, 'Tonglu research, list of public hotlines', '2026-11-01', 'H' from (values
('120', '急救', 'Ambulance', '有人受伤、昏迷或突然发病', 'Somebody is hurt, unconscious or suddenly ill', true, 1),
('110', '报警', 'Police', '有人威胁、打人、跟踪您，或您的人身不安全', 'Somebody threatens, hits or follows you, or you are not safe', true, 2),
('122', '交通事故报警', 'Traffic police', '路上出了交通事故', 'There has been an accident on the road', true, 3),
('119', '火警', 'Fire', '着火、电池起火，或有人被困', 'Something burns, a battery too, or somebody is trapped', true, 4),
('12356', '心理援助', 'Psychological support', '心里难受、睡不着，想找人说说', 'You feel low, cannot sleep, or need somebody to talk to', false, 5),
('12333', '人社服务', 'Labour and social insurance', '工资、社保、工伤和职业伤害保障的咨询与投诉', 'Questions and complaints about pay, social insurance and injuries at work', false, 6),
('12348', '法律服务', 'Legal services', '免费法律咨询，申请法律援助', 'Free legal advice, and how to ask for legal aid', false, 7),
('12351', '工会', 'Trade union', '工会维权、困难帮扶、加入工会', 'The union''s help with your rights, hardship help, joining a union', false, 8),
('12345', '政务服务', 'City services', '不知道归谁管的事，都可以先打这个电话', 'Anything for which you do not know who is responsible', false, 9),
('12315', '消费投诉', 'Consumer complaints', '买东西、买服务吃了亏', 'You were wronged as a buyer of goods or services', false, 10)
) as v (number, name_zh, name_en, purpose_zh, purpose_en, urgent, sort);

insert into app.sectors (code, name_zh, name_en, sort, source, as_of, confidence)
select v.code, v.zh, v.en, v.sort, v.source, '2026-11-01', v.confidence from (values
('delivery', '外卖、即时配送', 'Food and instant delivery', 1, 'Tonglu research: trades of workers in new forms of employment', 'M'),
('courier', '快递', 'Courier', 2, 'Tonglu research: trades of workers in new forms of employment', 'M'),
('ride_hailing', '网约车', 'Ride-hailing', 3, 'Tonglu research: trades of workers in new forms of employment', 'M'),
('freight', '货运、同城拉货', 'Freight and moving goods in town', 4, 'Tonglu research: trades of workers in new forms of employment', 'M'),
('domestic', '家政', 'Domestic work', 5, 'Tonglu research: trades of workers in new forms of employment', 'M'),
('live_streaming', '网络直播', 'Live-streaming', 6, 'Tonglu research: not named in the ministry''s term', 'M'),
('other', '其他', 'Something else', 7, 'Tonglu', 'H')
) as v (code, zh, en, sort, source, confidence);

-- H: companies named for the occupational-injury scheme. L: other well-known services, named from
-- general knowledge; nobody has checked that the name is the one which workers see in the app today.
insert into app.platforms (code, name_zh, name_en, sort, source, as_of, confidence)
select v.code, v.zh, v.en, v.sort, case v.confidence when 'H' then 'Companies of the occupational-injury scheme; Tonglu research'
  else 'General knowledge, not checked against a source' end, '2026-11-01', v.confidence from (values
('meituan', '美团', 'Meituan', 1, 'H'), ('eleme', '饿了么', 'Ele.me', 2, 'H'),
('dada', '达达', 'Dada', 3, 'H'), ('jd_delivery', '京东外卖、京东秒送', 'JD Takeaway', 4, 'L'),
('shansong', '闪送', 'FlashEx (Shansong)', 5, 'H'), ('sf_intracity', '顺丰同城', 'SF Intra-city', 6, 'H'),
('uu', 'UU跑腿', 'UU Paotui', 7, 'L'), ('dingdong', '叮咚买菜', 'Dingdong Maicai', 8, 'L'), ('hema', '盒马', 'Freshippo (Hema)', 9, 'L'),
('pupu', '朴朴超市', 'Pupu Supermarket', 10, 'L'),
('sf_express', '顺丰速运', 'SF Express', 20, 'L'), ('jd_logistics', '京东物流', 'JD Logistics', 21, 'L'), ('zto', '中通快递', 'ZTO Express', 22, 'L'),
('yto', '圆通速递', 'YTO Express', 23, 'L'), ('sto', '申通快递', 'STO Express', 24, 'L'), ('yunda', '韵达快递', 'Yunda Express', 25, 'L'),
('jt', '极兔速递', 'J&T Express', 26, 'L'), ('ems', '邮政快递（EMS）', 'China Post and EMS', 27, 'L'), ('deppon', '德邦快递', 'Deppon Express', 28, 'L'),
('cainiao', '菜鸟', 'Cainiao', 29, 'L'),
('didi', '滴滴出行', 'DiDi', 40, 'H'), ('caocao', '曹操出行', 'CaoCao Mobility', 41, 'H'), ('t3', 'T3出行', 'T3 Mobility', 42, 'L'),
('amap', '高德打车', 'Amap Ride', 43, 'L'), ('shouqi', '首汽约车', 'Shouqi', 44, 'L'), ('ruqi', '如祺出行', 'Ruqi Mobility', 45, 'L'),
('xiangdao', '享道出行', 'Xiangdao', 46, 'L'), ('hello', '哈啰', 'Hello', 47, 'L'), ('dida', '嘀嗒出行', 'Dida', 48, 'L'),
('huolala', '货拉拉', 'Huolala (Lalamove)', 60, 'H'), ('kuaigou', '快狗打车', 'GOGOX (Kuaigou)', 61, 'H'), ('didi_freight', '滴滴货运', 'DiDi Freight', 62, 'H'),
('shengsheng', '满帮省省', 'Full Truck Alliance Shengsheng', 63, 'H'), ('manbang', '满帮（运满满、货车帮）', 'Full Truck Alliance', 64, 'L'),
('daojia', '天鹅到家（58到家）', 'Daojia (58 Daojia)', 80, 'L'), ('ziroom', '自如', 'Ziroom', 81, 'L'), ('qingxi', '轻喜到家', 'Qingxi Daojia', 82, 'L'),
('douyin', '抖音', 'Douyin', 100, 'L'), ('kuaishou', '快手', 'Kuaishou', 101, 'L'), ('wechat_channels', '微信视频号', 'WeChat Channels', 102, 'L'),
('taobao_live', '淘宝直播', 'Taobao Live', 103, 'L'), ('xiaohongshu', '小红书', 'RedNote (Xiaohongshu)', 104, 'L'), ('bilibili', '哔哩哔哩', 'Bilibili', 105, 'L'),
('huya', '虎牙', 'Huya', 106, 'L'), ('douyu', '斗鱼', 'Douyu', 107, 'L'),
('other', '其他平台', 'Another platform', 999, 'L')
) as v (code, zh, en, sort, confidence);
update app.platforms set source = 'Tonglu', confidence = 'H' where code = 'other';

insert into app.platform_sectors (sector_code, platform_code)
select v.sector, platform from (values
('delivery', array['meituan', 'eleme', 'dada', 'jd_delivery', 'shansong', 'sf_intracity', 'uu', 'dingdong', 'hema', 'pupu', 'other']),
('courier', array['sf_express', 'jd_logistics', 'zto', 'yto', 'sto', 'yunda', 'jt', 'ems', 'deppon', 'cainiao', 'other']),
('ride_hailing', array['didi', 'caocao', 't3', 'amap', 'shouqi', 'ruqi', 'xiangdao', 'hello', 'dida', 'meituan', 'other']),
('freight', array['huolala', 'kuaigou', 'didi_freight', 'shengsheng', 'manbang', 'other']),
('domestic', array['daojia', 'ziroom', 'qingxi', 'other']),
('live_streaming', array['douyin', 'kuaishou', 'wechat_channels', 'taobao_live', 'xiaohongshu', 'bilibili', 'huya', 'douyu', 'other']),
('other', array['other'])
) as v (sector, platforms), unnest(v.platforms) as platform;

insert into app.categories (code, parent_code, name_zh, name_en, hint_zh, hint_en, first_body_zh, first_body_en, hotline, sort, source, as_of, confidence)
select v.code, nullif(split_part(v.code, '.', 1), v.code), v.zh, v.en, v.hint_zh, v.hint_en, v.first_zh, v.first_en, v.hotline,
  row_number() over (), 'Tonglu research on needs of platform workers', '2026-11-01', 'M' from (values
('medical', '看病和受伤', 'Health and injuries', '受伤、看病、医药费、医保，或者心里难受', 'An injury, an illness, medical bills, health insurance, or feeling low', null, null, '120'),
('medical.hurt_on_order', '接单时受伤', 'Hurt while on an order', '送单、跑车、拉货的路上受了伤，有没有劳动合同都可以选', 'You were hurt while carrying out an order; you need no contract to choose this',
  '先在平台 App 里报案，再找区人社部门', 'First report it in the platform''s app, then the district labour office', '12333'),
('medical.work_injury', '有劳动合同，上班时受伤', 'Hurt at work, with a contract', '跟公司或站点签了劳动合同，干活时受了伤', 'You have a labour contract with a company or station and were hurt at work',
  '人社部门（工伤认定）', 'The labour office, which decides on work injuries', '12333'),
('medical.hospital_costs', '医药费、住院押金交不起', 'Cannot pay the hospital', '医院要交押金或费用，手头的钱不够', 'The hospital asks for a deposit or payment that you do not have',
  '工会、社工机构、医院社工', 'The union, a social-work agency, the hospital''s social worker', '12351'),
('medical.insurance', '医保参保、异地就医', 'Health insurance, care away from home', '想参加医保，或要在外地看病报销', 'You want to join the health insurance or be reimbursed away from home',
  '医保局', 'The health insurance office', '12345'),
('medical.mutual_aid', '互助保障理赔', 'Mutual-aid insurance claim', '参加了工会的互助保障，生病或受伤后想申请理赔', 'You are in the union''s mutual-aid insurance and were ill or hurt',
  '工会', 'The union', '12351'),
('medical.psychological', '心理支持', 'Somebody to talk to', '压力大、睡不着、心里难受，想找人聊聊', 'You are under pressure, cannot sleep, feel low and want to talk to somebody',
  '心理咨询师，也可以直接打 12356', 'A counsellor; you can also call 12356', '12356'),
('medical.other', '其他看病和受伤的事，或者不确定', 'Something else about health, or not sure', '跟看病、受伤有关，但上面都不太像', 'It is about health or an injury, but nothing above fits', null, null, '12345'),
('housing', '住处', 'A place to live', '没地方住、找便宜床位、租房纠纷', 'Nowhere to stay, a cheap bed, or trouble with a landlord', null, null, '12345'),
('housing.short_stay', '今晚或这几天没地方住', 'Nowhere to stay for now', '刚到这座城市，或突然没了住处，需要临时落脚', 'You have just arrived or lost your place, and need somewhere for a few days',
  '团委（青年驿站）、街道', 'The Youth League''s hostels, the street office', '12345'),
('housing.rider_flat', '骑手公寓、床位', 'A bed or room for workers', '想租便宜一点的床位或单间', 'You look for an affordable bed or room',
  '街道、工会', 'The street office, the union', '12345'),
('housing.public_rental', '申请公租房、保租房', 'Public or subsidised rental', '想申请政府的公租房或保障性租赁住房', 'You want to apply for public or subsidised rental housing',
  '区住建部门', 'The district housing office', '12345'),
('housing.rent_dispute', '押金不退、租房纠纷、被赶出来', 'Deposit, rent dispute, eviction', '房东不退押金、乱涨价，或者要赶您走', 'A landlord keeps the deposit, raises the rent or throws you out',
  '人民调解、法律援助、12345', 'People''s mediation, legal aid, 12345', '12345'),
('housing.other', '其他住房的事，或者不确定', 'Something else about housing, or not sure', '跟住处有关，但上面都不太像', 'It is about housing, but nothing above fits', null, null, '12345'),
('transport', '路上和车', 'On the road', '交通事故、车和电池、证件罚款、进不去小区', 'Accidents, vehicles and batteries, licences and fines, getting in', null, null, '122'),
('transport.accident', '交通事故', 'Traffic accident', '撞了、被撞了，或对责任认定不服', 'You hit somebody, were hit, or disagree with the decision on fault',
  '先打 122 或 110，再找保险公司', 'First 122 or 110, then the insurer', '122'),
('transport.vehicle', '电动车、电池、扣车、充换电', 'E-bike, battery, impounding, charging', '车被扣、上牌、电池或充电换电的问题', 'Your vehicle was impounded, or it is about plates, batteries or charging',
  '交警、街道', 'The traffic police, the street office', '122'),
('transport.licence', '网约车、货车的证件和罚款', 'Licences and fines for cars and trucks', '网约车证、货运证办不下来，或者被罚款', 'You cannot get a licence for ride-hailing or freight, or were fined',
  '交通运输部门', 'The transport office', '12345'),
('transport.access', '限行、停车、进不了小区', 'Restrictions, parking, getting in', '车不让走、没处停，或小区、商场不让进', 'Roads are closed to you, there is nowhere to park, or a gate keeps you out',
  '街道、12345', 'The street office, 12345', '12345'),
('transport.other', '其他路上的事，或者不确定', 'Something else on the road, or not sure', '跟路上、跟车有关，但上面都不太像', 'It is about the road or a vehicle, but nothing above fits', null, null, '12345'),
('legal', '打官司和法律', 'Law and disputes', '劳动关系、索赔、合同纠纷，或有人骚扰您', 'Whose worker you are, damages, contracts, or being harassed', null, null, '12348'),
('legal.labour_relation', '确认劳动关系', 'Prove that you are an employee', '没签合同，但像员工一样被管着，想确认自己算谁的人', 'You have no contract but are managed like an employee, and want that settled',
  '劳动仲裁委、法律援助', 'The labour arbitration committee, legal aid', '12348'),
('legal.injury_damages', '受伤后要求赔偿', 'Damages after an injury', '别人造成您受伤，想要对方赔偿', 'Somebody else caused your injury and you want to be compensated',
  '法院、法律援助', 'The court, legal aid', '12348'),
('legal.streaming_contract', '主播、MCN 合同和违约金', 'Streamer or MCN contract', '公会或 MCN 不放人、要违约金、不给分成', 'An agency will not let you go, asks for a penalty or keeps your share',
  '法律援助、法院', 'Legal aid, the court', '12348'),
('legal.harassment', '被骚扰、人身不安全', 'Harassed or not safe', '有人骚扰、跟踪、威胁您；如果现在就有危险，请马上打 110', 'Somebody harasses, follows or threatens you; if it is happening now, call 110',
  '110', '110', '110'),
('legal.other', '其他法律的事，或者不确定', 'Something else legal, or not sure', '跟法律有关，但上面都不太像', 'It is about the law, but nothing above fits', null, null, '12348'),
('labour', '工钱和平台', 'Pay and the platform', '工钱没给够、被扣款、差评、封号', 'Missing pay, deductions, bad ratings, a closed account', null, null, '12333'),
('labour.unpaid_wages', '欠薪、少结算', 'Unpaid or short pay', '该给的钱没给，或者给少了', 'You were not paid, or paid too little',
  '先在平台申诉，再找劳动监察（12333），还可以申请仲裁', 'First the platform''s appeal, then labour inspection (12333), then arbitration', '12333'),
('labour.deductions', '扣款、差评、超时、封号', 'Deductions, ratings, lateness, closed account', '平台扣了钱、判了超时，或把您的账号封了', 'The platform took money, counted you late or closed your account',
  '先在平台申诉，再找一站式调解', 'First the platform''s appeal, then one-stop mediation', '12333'),
('labour.other', '其他工钱和平台的事，或者不确定', 'Something else about pay, or not sure', '跟工钱、平台有关，但上面都不太像', 'It is about pay or the platform, but nothing above fits', null, null, '12333'),
('policy', '生活困难和办事', 'Hard times and paperwork', '家里困难、孩子上学、办证件', 'Money is short at home, school for children, official papers', null, null, '12345'),
('policy.hardship', '困难帮扶', 'Help in hardship', '家里出了变故，日子过不下去了', 'Something has happened at home and you cannot make ends meet',
  '工会', 'The union', '12351'),
('policy.school_and_papers', '孩子上学、办证件、其他办事', 'School, official papers and the rest', '孩子入学、居住证，或别的要去政府办的事', 'School for a child, a residence permit, or other business with an office',
  '12345', '12345', '12345'),
('policy.other', '其他生活上的事，或者不确定', 'Something else about life here, or not sure', '跟生活、办事有关，但上面都不太像', 'It is about life or paperwork, but nothing above fits', null, null, '12345'),
('unsure', '说不清，请帮我看看', 'Not sure, please help me choose', '不用管归哪一类，把事情说清楚就行，我们来帮您找对人', 'You need not know the right word: tell us what happened and we find who can help', null, null, '12345')
) as v (code, zh, en, hint_zh, hint_en, first_zh, first_en, hotline);

insert into app.papers (code, name_zh, name_en, hint_zh, hint_en, source, as_of, confidence)
select v.*, 'Tonglu research on needs of platform workers', '2026-11-01', 'M' from (values
('id_card', '身份证', 'Identity card', null, null),
('order_screenshot', '出事那一单的截图', 'Screenshot of the order', '在平台 App 的历史订单里找', 'In the platform''s app, under past orders'),
('diagnosis', '诊断书', 'Diagnosis', '请看病的医生开', 'Ask the doctor who treated you'),
('receipts', '收费票据', 'Receipts and bills', '在医院收费窗口或自助机打印', 'From the hospital''s cashier or machine'),
('accident_report', '事故责任认定书', 'Decision on fault in the accident', '由处理事故的交警出具', 'From the traffic police who came to the accident'),
('work_injury_application', '工伤认定申请表', 'Application to recognise a work injury', '在人社部门领取或下载', 'From the labour office or its website'),
('labour_proof', '劳动关系的证明', 'Proof that you are employed', '劳动合同、工资条、社保记录都可以', 'A contract, pay slips or social-insurance records'),
('deposit_slip', '住院押金单', 'Hospital deposit slip', null, null),
('residence_permit', '居住证', 'Residence permit', null, null),
('membership_number', '工会会员号', 'Union membership number', '只有申请工会互助保障时才需要', 'Only for the union''s own mutual-aid insurance'),
('hospital_papers', '病历和住院材料', 'Hospital papers', '出院时向医院复印', 'Ask the hospital for copies when you leave'),
('platform_work_proof', '平台接单的证明', 'Proof of platform work', 'App 里的个人页面或近期订单截图即可', 'Your profile or recent orders in the app will do'),
('income_proof', '收入证明', 'Proof of income', '平台流水或银行流水', 'Payments from the platform or a bank statement'),
('housing_proof', '住房情况证明', 'Proof of your housing situation', null, null),
('lease', '租房合同', 'Lease', '没有书面合同的，聊天记录也有用', 'If there is none on paper, messages help too'),
('payment_record', '付款记录', 'Record of payment', '转账截图', 'Screenshots of transfers'),
('photos', '照片', 'Photos', '现场、车、伤处或受阻的地方', 'The scene, the vehicle, the injury or the obstacle'),
('order_log', '接单记录', 'Order log', '能看出当时正在跑单', 'Showing that you were on an order'),
('repair_bill', '修车单', 'Repair bill', null, null),
('purchase_invoice', '购车发票', 'Invoice for the vehicle', null, null),
('plate', '车牌', 'Number plate', null, null),
('licence', '从业或营运证件', 'Licence to drive or operate', null, null),
('ticket', '罚单或处罚决定书', 'Ticket or decision on a fine', null, null),
('place', '具体地点', 'The exact place', '写清路名、门牌或小区名', 'The street, number or name of the compound'),
('roster', '排班表', 'Roster', '群里发的排班也可以', 'One posted in a chat group will do'),
('fine_record', '罚款记录', 'Record of fines', null, null),
('uniform', '工服、工牌', 'Uniform or badge', '拍张照片就行', 'A photo will do'),
('training_record', '培训、开会记录', 'Record of training or meetings', null, null),
('pay_record', '工资或结算记录', 'Record of pay', null, null),
('appraisal', '伤残鉴定意见', 'Appraisal of the injury', '由鉴定机构出具', 'From an appraisal institution'),
('contract', '合同', 'Contract', null, null),
('live_logs', '直播记录', 'Records of your streams', '开播时长、场次、收益的截图', 'Screenshots of hours, sessions and earnings'),
('bank_flow', '银行流水', 'Bank statement', null, null),
('settlement_list', '结算单', 'Settlement list', '在平台 App 的收入明细里', 'In the platform''s app, under earnings'),
('chat', '聊天记录', 'Messages', '跟站长、平台或老板的对话截图', 'Screenshots of what you and the station, platform or boss wrote'),
('order_ids', '订单号', 'Order numbers', null, null),
('screenshots', '页面截图', 'Screenshots', '扣款、判罚或封号的页面', 'Of the deduction, the decision or the closed account'),
('rule_text', '平台规则原文', 'Text of the platform''s rule', '在 App 的规则中心里', 'In the app, under rules'),
('hardship_application', '困难帮扶申请表', 'Application for hardship help', '向工会领取', 'From the union'),
('household_proof', '家庭情况证明', 'Proof of your family''s situation', '户口簿，或社区开的证明', 'Household register, or a note from the community')
) as v (code, zh, en, hint_zh, hint_en);

insert into app.category_papers (category_code, paper_code, sort)
select v.category, p.code, p.place from (values
('medical.hurt_on_order', array['id_card', 'order_screenshot', 'diagnosis', 'receipts', 'accident_report']),
('medical.work_injury', array['work_injury_application', 'labour_proof', 'diagnosis']),
('medical.hospital_costs', array['deposit_slip', 'diagnosis']),
('medical.insurance', array['id_card', 'residence_permit']),
('medical.mutual_aid', array['membership_number', 'hospital_papers']),
('housing.short_stay', array['id_card', 'platform_work_proof']),
('housing.rider_flat', array['platform_work_proof']),
('housing.public_rental', array['id_card', 'income_proof', 'housing_proof', 'residence_permit']),
('housing.rent_dispute', array['lease', 'payment_record']),
('transport.accident', array['accident_report', 'photos', 'order_log', 'repair_bill']),
('transport.vehicle', array['purchase_invoice', 'plate']),
('transport.licence', array['licence', 'ticket']),
('transport.access', array['place', 'photos']),
('legal.labour_relation', array['roster', 'fine_record', 'uniform', 'training_record', 'pay_record']),
('legal.injury_damages', array['accident_report', 'appraisal', 'receipts']),
('legal.streaming_contract', array['contract', 'live_logs', 'bank_flow']),
('labour.unpaid_wages', array['id_card', 'settlement_list', 'bank_flow', 'chat']),
('labour.deductions', array['order_ids', 'screenshots', 'rule_text']),
('policy.hardship', array['hardship_application', 'household_proof', 'income_proof'])
) as v (category, papers), unnest(v.papers) with ordinality as p (code, place);
