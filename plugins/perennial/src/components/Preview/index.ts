export { PreviewSection } from './PreviewSection';
