export { DesignerPreview } from './DesignerPreview';
