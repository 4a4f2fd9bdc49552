export { DiagramView } from './DiagramView';
