import {
  Badge,
  Button,
  createTheme,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  Paper,
  Select,
  Table,
  Tooltip,
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
    Badge: Badge.extend({ defaultProps: { variant: 'default', radius: 'sm' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // The first entry has the focus: the library's own place for it is nothing that a menu may hold.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    MenuDivider: Menu.Divider.extend({ defaultProps: { role: 'separator' } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 120 },
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true } }),
    Select: Select.extend({
      defaultProps: {
        // Choosing once more what is chosen keeps it.
        allowDeselect: false,
        // A list that opens on a phone leaves the page where it is.
        comboboxProps: { floatingStrategy: 'fixed' },
        // The list itself scrolls: a part of it that did would need the focus.
        withScrollArea: false,
        styles: { options: { maxHeight: 240, overflowY: 'auto' } },
      },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 8, horizontalSpacing: 12, highlightOnHover: false } }),
    Tooltip: Tooltip.extend({
      defaultProps: { transitionProps: { duration: 120 }, withArrow: true, multiline: true, maw: 360 },
    }),
  },
});
