import { ReactFlowProvider } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { Diagram } from './Diagram';
import styles from './DiagramView.module.css';

/** The model as a diagram of its entities and relations, to look at and to edit. */
export function DiagramView() {
  return (
    <div className={styles.root}>
      <ReactFlowProvider>
        <Diagram />
      </ReactFlowProvider>
    </div>
  );
}
