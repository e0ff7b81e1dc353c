import { describe, expect, it } from 'vitest';
import { enteredValues, faultOf } from '../../lib/domain/form-state';

describe('a form that comes back', () => {
  it('keeps every text that was entered, empty ones too, without files and the framework’s own fields', () => {
    const form = new FormData();
    form.set('name', ' Школа № 1 ');
    form.set('pupils', '');
    form.set('$ACTION_ID', 'x');
    form.set('evidence', new File(['1'], 'протокол.pdf'));
    expect(enteredValues(form)).toEqual({ name: ' Школа № 1 ', pupils: '' });
  });

  it('finds the complaint about a field', () => {
    const failure = {
      code: 'INVALID' as const,
      detail: 'Исправьте поля.',
      errors: [{ path: 'name', message: 'Назовите школу.' }],
    };
    expect(faultOf({ failure }, 'name')).toBe('Назовите школу.');
    expect(faultOf({ failure }, 'pupils')).toBeUndefined();
    expect(faultOf({}, 'name')).toBeUndefined();
  });
});
