export { TransferButtons } from './TransferButtons';
export type { TransferButtonsProps } from './TransferButtons';
