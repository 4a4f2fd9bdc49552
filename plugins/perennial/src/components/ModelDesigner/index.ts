export { modelDesignerField } from './modelDesignerField';
