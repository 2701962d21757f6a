import type { ReactNode } from 'react';
import { Dialog as Plain, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import css from './kit.module.css';

interface Props {
  title: string;
  /** The button that opens it; without one, `isOpen` says when it is open. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Something is typed in it: a press beside it does not throw that away. Escape closes it all the same. */
  isForm?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A question that must be answered, or left, before going on. */
export function Dialog({ title, trigger, isOpen, onOpenChange, isForm = false, children }: Props) {
  const opened = { ...(isOpen !== undefined && { isOpen }), ...(onOpenChange && { onOpenChange }) };
  const dialog = (
    <Modal className={css.modal}>
      <Plain className={css.dialog}>
        {({ close }) => (
          <>
            <Heading slot="title">{title}</Heading>
            {children(close)}
          </>
        )}
      </Plain>
    </Modal>
  );
  if (trigger === undefined)
    return (
      <ModalOverlay className={css.veil} isDismissable={!isForm} {...opened}>
        {dialog}
      </ModalOverlay>
    );
  return (
    <DialogTrigger {...opened}>
      {trigger}
      <ModalOverlay className={css.veil} isDismissable={!isForm}>
        {dialog}
      </ModalOverlay>
    </DialogTrigger>
  );
}
