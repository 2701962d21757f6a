import { Button as Plain, type ButtonProps } from 'react-aria-components';
import css from './kit.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** `primary`: the one thing to do here. `danger`: what cannot be taken back. `quiet`: within a line or a toolbar. */
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
}

export function Button({ kind = 'plain', ...props }: Props) {
  return <Plain {...props} className={`${css.button} ${css[kind] ?? ''}`} />;
}
