import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './Logo.module.css';

/** The mark, and beside it the name while the sidebar is open. */
export const Logo = () => {
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label="Perennial, home"
    >
      <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#0f5c4a" />
        <path
          d="M16 27V15"
          stroke="#fff"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
        <path
          d="M16 16c0-5 3.5-8.5 9.5-8.5 0 5.5-3.5 8.5-9.5 8.5Z"
          fill="#8fe3b4"
        />
        <path
          d="M16 20.5c0-4.2-3-7.2-8.5-7.2 0 4.7 3 7.2 8.5 7.2Z"
          fill="#4fbf8b"
        />
      </svg>
      {isOpen && <span className={styles.wordmark}>Perennial</span>}
    </Link>
  );
};
