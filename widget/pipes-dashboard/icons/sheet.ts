/**
 * The dashboard's icons as one file of SVG symbols, made when the dashboard is built. Drawn by Lucide; the second name
 * of some is the one by which Web Awesome's own controls ask.
 */
import {
  Activity,
  ArrowLeft,
  Blocks,
  Building2,
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleCheck,
  CircleX,
  CodeXml,
  Copy,
  Ellipsis,
  ExternalLink,
  Eye,
  EyeOff,
  House,
  KeyRound,
  Layers,
  Link2,
  LogOut,
  Menu,
  Minus,
  Moon,
  Pencil,
  Plug,
  Plus,
  RefreshCw,
  ScrollText,
  Search,
  ShieldCheck,
  SlidersHorizontal,
  Sun,
  SunMoon,
  Trash2,
  TriangleAlert,
  Unplug,
  User,
  Users,
  X,
  type IconNode,
} from 'lucide'

const ICONS: Readonly<Record<string, IconNode>> = {
  activity: Activity,
  back: ArrowLeft,
  providers: Blocks,
  organizations: Building2,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-right': ChevronRight,
  alert: CircleAlert,
  done: CircleCheck,
  'circle-xmark': CircleX,
  code: CodeXml,
  copy: Copy,
  ellipsis: Ellipsis,
  external: ExternalLink,
  eye: Eye,
  'eye-slash': EyeOff,
  home: House,
  key: KeyRound,
  environments: Layers,
  link: Link2,
  leave: LogOut,
  menu: Menu,
  minus: Minus,
  indeterminate: Minus,
  moon: Moon,
  edit: Pencil,
  plug: Plug,
  plus: Plus,
  refresh: RefreshCw,
  audit: ScrollText,
  'magnifying-glass': Search,
  passkey: ShieldCheck,
  settings: SlidersHorizontal,
  sun: Sun,
  system: SunMoon,
  trash: Trash2,
  warning: TriangleAlert,
  unplug: Unplug,
  user: User,
  people: Users,
  xmark: X,
}

/** @returns the text of `icons.svg`; each icon is a `<symbol>` in the colour of the text around its `<use>` */
export function drawIcons(): string {
  const symbols = Object.entries(ICONS).map(([name, shapes]) => {
    const inside = shapes.map(([tag, attributes]) => `<${tag} ${written(attributes)}/>`).join('')
    return `<symbol id="${name}" viewBox="0 0 24 24"><g fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${inside}</g></symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`
}

const written = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
