-- What membership opens, as data that can be put right: help itself never depends on it. Each row names its source, the day
-- it was checked and how sure we are; what is below H is shown as "please confirm with ...". A claim is a request like any other.
create table app.benefits (
  code text primary key check (code ~ '^[a-z_]+$'), -- stands in the address
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 80),
  text_zh text not null, -- what it is
  text_en text not null,
  eligibility_zh text not null, -- for whom
  eligibility_en text not null,
  min_months int check (min_months between 0 and 120), -- of membership, before it can be claimed; null: each union says for itself
  without_zh text not null, -- who helps with the same thing whoever is no member
  without_en text not null,
  confirm_with_zh text not null, -- whom to ask before relying on it
  confirm_with_en text not null,
  category_code text not null references app.categories (code) on delete restrict, -- the need of the request that a claim becomes
  sort int not null,
  source_zh text not null,
  source_en text not null,
  checked_on date not null,
  confidence text not null check (confidence in ('H', 'M', 'L'))
);
create index benefits_category_code_idx on app.benefits (category_code); -- foreign key

create table app.benefit_papers (
  benefit_code text not null references app.benefits (code) on delete cascade,
  paper_code text not null references app.papers (code) on delete restrict,
  sort int not null,
  primary key (benefit_code, paper_code) -- foreign key
);
create index benefit_papers_paper_code_idx on app.benefit_papers (paper_code); -- foreign key

alter table app.benefits enable row level security;
alter table app.benefit_papers enable row level security;
grant select on app.benefits, app.benefit_papers to authenticated, receipt_holder;
create policy "anyone served reads what membership opens" on app.benefits for select to authenticated, receipt_holder using (true);
create policy "anyone served reads the papers of a claim" on app.benefit_papers for select to authenticated, receipt_holder using (true);

insert into app.benefits (code, name_zh, name_en, text_zh, text_en, eligibility_zh, eligibility_en, min_months, without_zh, without_en,
  confirm_with_zh, confirm_with_en, category_code, sort, source_zh, source_en, checked_on, confidence) values
('mutual_aid', '互助保障', 'Mutual-aid insurance',
  '会员大家一起出一点，谁住院、受伤了，可以申请一笔补贴。不是商业保险，也不顶替职业伤害保障和医保。',
  'Members put a little together, and whoever is in hospital or hurt can ask for a payment. It is no commercial insurance, and takes nothing away from injury protection or health insurance.',
  '已经参加本市互助保障的会员。参加了哪一种、保多久，各地不一样。',
  'Members who take part in their city''s plan. Which plan there is, and for how long it holds, differs from place to place.',
  null, '职业伤害保障、医保、医院社工和社会救助，不是会员也能申请。',
  'Injury protection, health insurance, the hospital''s social worker and public relief are open to everybody.',
  '您的工会，或打 12351', 'your union, or 12351', 'medical.mutual_aid', 1,
  '同路整理的会员权益资料', 'Tonglu research on what follows membership', '2026-11-01', 'M'),
('legal_aid', '法律援助', 'Legal aid',
  '欠薪、扣款、受伤赔偿、合同纠纷，可以请工会的律师看材料、帮着调解，需要时代您去仲裁或打官司。',
  'For unpaid wages, deductions, damages after an injury or a contract: the union''s lawyer reads the papers, helps to settle, and where needed speaks for you in arbitration or in court.',
  '跟干活有关的纠纷。没有签劳动合同也可以先问。',
  'Disputes that come from the work. You can ask without a labour contract too.',
  0, '打 12348 免费咨询，或向司法局申请法律援助，不是会员也一样。农民工讨薪、工伤索赔，申请时不看收入。',
  'Free advice at 12348 and public legal aid are open to everybody. For migrant workers who claim wages or damages for a work injury nobody asks about income.',
  '您的工会，或打 12351', 'your union, or 12351', 'legal.other', 2,
  '同路整理的会员权益资料', 'Tonglu research on what follows membership', '2026-11-01', 'M'),
('hardship', '困难帮扶', 'Help in hardship',
  '家里遇到大病、意外、没了收入，一时过不下去，可以申请一次性的帮扶金，或者送上门的慰问和临时帮助。',
  'When illness, an accident or lost income leaves a family without means: a single payment, or a visit with help for the first days.',
  '家庭收入和支出要对得上困难情况，由工会上门或打电话了解。',
  'What comes in and goes out at home has to fit the hardship; the union asks about it in a visit or a call.',
  null, '街道和社区的临时救助，不是会员也能申请；不知道找谁，打 12345。',
  'Temporary relief from the street office and the community is open to everybody; if you do not know whom to ask, call 12345.',
  '您的工会，或打 12351', 'your union, or 12351', 'policy.hardship', 3,
  '同路整理的会员权益资料', 'Tonglu research on what follows membership', '2026-11-01', 'M');

insert into app.benefit_papers (benefit_code, paper_code, sort)
select v.benefit, p.code, p.place from (values
('mutual_aid', array['membership_number', 'hospital_papers']),
('legal_aid', array['id_card']),
('hardship', array['hardship_application', 'household_proof', 'income_proof'])
) as v (benefit, papers), unnest(v.papers) with ordinality as p (code, place);
