import {
  type BadgeProps,
  type ButtonProps,
  createTheme,
  type MantineColorsTuple,
  type MenuDividerProps,
  type MenuProps,
  type ModalProps,
  type NotificationProps,
  type PaperProps,
  type SelectProps,
  type TableProps,
  type TooltipProps,
} from '@mantine/core';

/** One accent: a blue on which white keeps 4.5:1 from its sixth step on. */
const bridge: MantineColorsTuple = [
  '#eef4fd',
  '#dbe7f8',
  '#b4cdf0',
  '#8ab1e8',
  '#6799e1',
  '#4f89dc',
  '#2f6fd0',
  '#1f5fbf',
  '#1a51a4',
  '#123f84',
];

/** What a component is like unless it is told otherwise: as data, so that the first load has none of its code. */
const usually = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

/** The look: 14 px text, spacing in steps of 4, one-pixel lines, no shadow but under what floats. */
export const theme = createTheme({
  colors: { bridge },
  primaryColor: 'bridge',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: usually<BadgeProps>({ variant: 'default', radius: 'sm' }),
    Button: usually<ButtonProps>({ size: 'sm' }),
    // The first entry has the focus: the library's own place for it is nothing that a menu may hold.
    Menu: usually<MenuProps>({ withInitialFocusPlaceholder: false }),
    MenuDivider: usually<MenuDividerProps>({ role: 'separator' }),
    Modal: usually<ModalProps>({
      transitionProps: { duration: 120 },
      centered: true,
      closeButtonProps: { 'aria-label': 'Close' },
    }),
    Notification: usually<NotificationProps>({ closeButtonProps: { 'aria-label': 'Dismiss' } }),
    Paper: usually<PaperProps>({ withBorder: true }),
    Select: usually<SelectProps>({
      // Choosing once more what is chosen keeps it.
      allowDeselect: false,
      // A list that opens on a phone leaves the page where it is.
      comboboxProps: { floatingStrategy: 'fixed' },
      // The list itself scrolls: a part of it that did would need the focus.
      withScrollArea: false,
      styles: { options: { maxHeight: 240, overflowY: 'auto' } },
    }),
    Table: usually<TableProps>({ verticalSpacing: 8, horizontalSpacing: 12, highlightOnHover: false }),
    Tooltip: usually<TooltipProps>({ transitionProps: { duration: 120 }, withArrow: true, multiline: true, maw: 360 }),
  },
});
