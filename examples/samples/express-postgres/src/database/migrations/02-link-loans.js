'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addConstraint('loans', {
        type: 'foreign key',
        name: 'loans_copy_id_fkey',
        fields: ['copy_id'],
        references: { table: 'copies', field: 'id' },
        onDelete: 'restrict',
        onUpdate: 'CASCADE',
        transaction,
      });
      await queryInterface.addConstraint('loans', {
        type: 'foreign key',
        name: 'loans_member_id_fkey',
        fields: ['member_id'],
        references: { table: 'members', field: 'id' },
        onDelete: 'restrict',
        onUpdate: 'CASCADE',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeConstraint(
        'loans',
        'loans_copy_id_fkey',
        { transaction },
      );
      await queryInterface.removeConstraint(
        'loans',
        'loans_member_id_fkey',
        { transaction },
      );
    });
  },
};
