import { forwardRef } from 'react'
import { Choice } from '~/components/form/choice'
import { GroupFrame, type Question } from '~/components/form/field-frame'
import type { Field } from '~/components/form/use-zod-form'

type Need = { code: string; name: string; hint: string | null }
type Props = Omit<Field<string[]>, 'ref'> & Question & { groups: (Need & { children: Need[] })[] }

/** Six groups that open without a script, each with its needs; a group with something chosen stands open. */
export const NeedsField = forwardRef<HTMLInputElement, Props>(function NeedsField(
	{ groups, error, defaultValue = [], label, hint, asTitle, ...control },
	ref,
) {
	const box = ({ code, name, hint: about }: Need) => (
		<Choice
			key={code}
			{...control}
			ref={ref}
			type="checkbox"
			id={`need-${code}`}
			value={code}
			label={name}
			hint={about}
			defaultChecked={defaultValue.includes(code)}
		/>
	)
	return (
		<GroupFrame name={control.name} error={error} label={label} hint={hint} asTitle={asTitle}>
			{groups.map((group, index) =>
				group.children.length === 0 ? (
					box(group)
				) : (
					<details
						key={group.code}
						open={group.children.some(({ code }) => defaultValue.includes(code))}
						className="mt-2 rounded-card border-2 border-line bg-card"
					>
						{/* The first group answers to the question's name: there the error summary leads. */}
						<summary id={index === 0 ? control.name : undefined} className="min-h-12 px-4 py-2">
							<span className="font-bold">{group.name}</span>
							<span className="block text-small text-muted">{group.hint}</span>
						</summary>
						<div className="px-3 pb-3">{group.children.map(box)}</div>
					</details>
				),
			)}
		</GroupFrame>
	)
})
