/**
 * Whether a file at the top of site-packages is the hook of an editable installation (PEP 660), as setuptools, editables
 * (of Hatch and PDM), meson-python and scikit-build-core name them.
 */
export function isEditableHook(name: string): boolean {
  return name.endsWith('.pth') && EDITABLE.test(name);
}

const EDITABLE = /^__editable__\.|^_editable_impl_|(?:^|[-_])editable(?:[-_.]|$)/;
