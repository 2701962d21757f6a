import type { ReactNode } from 'react';
import { Dialog as Plain, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import css from './kit.module.css';

interface Props {
  title: string;
  /** The button that opens it; without one, `isOpen` says when it is open. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: (close: () => void) => ReactNode;
}

/** A question that must be answered, or left, before going on. */
export function Dialog({ title, trigger, isOpen, onOpenChange, children }: Props) {
  return (
    <DialogTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <ModalOverlay className={css.veil} isDismissable>
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
      </ModalOverlay>
    </DialogTrigger>
  );
}
