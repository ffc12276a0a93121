import { importX } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'

/** Prettier owns the looks; ESLint looks for mistakes, import order and barriers for people with a keyboard or a screen reader. */
export default tseslint.config(
	{ ignores: ['build/', 'node_modules/', '.tonglu/', 'test-results/', 'playwright-report/'] },
	...tseslint.configs.recommended,
	jsxA11y.flatConfigs.recommended,
	{
		plugins: { 'import-x': importX },
		rules: {
			'import-x/no-duplicates': 'error',
			'import-x/first': 'error',
			'import-x/no-mutable-exports': 'error',
			'import-x/no-default-export': 'off',
			'import-x/order': [
				'error',
				{
					groups: ['builtin', 'external', 'internal', 'parent', 'sibling'],
					pathGroups: [{ pattern: '{~,~emails,~tests}/**', group: 'internal' }],
					'newlines-between': 'never',
				},
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
			],
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{ 'ts-expect-error': 'allow-with-description', 'ts-ignore': true },
			],
			// throw redirect(...) and throw data(...) are how Remix leaves a loader
			'@typescript-eslint/only-throw-error': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
		},
	},
	{ files: ['app/server/*.mjs'], rules: { 'no-console': 'off' } },
)
