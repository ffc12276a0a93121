/** One tap takes all of it, without a script. */
export const CopyText = ({ children }: { children: string }) => (
	<code className="rounded-card border border-line bg-paper px-2 py-1 font-mono wrap-anywhere select-all">
		{children}
	</code>
)
